namespace MyPortal.AppHost.Migrations;

internal static class MigrationStep
{
    /// <summary>
    /// An API's own project, started with <c>--migrate</c>: it brings the database to this version's schema (and, in Development, fills an
    /// empty one with demo data) and ends. What needs the schema waits for its completion.
    /// </summary>
    public static IResourceBuilder<ProjectResource> AddMigrations<TProject>(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, IResourceBuilder<PostgresDatabaseResource> database)
        where TProject : IProjectMetadata, new()
    {
        var step = builder.AddProject<TProject>(name, project => project.ExcludeLaunchProfile = true)
            .WithArgs("--migrate")
            .WithReference(database)
            .WaitFor(database);
        // No launch profile, so nothing else says which environment this is.
        return builder.ExecutionContext.IsRunMode ? step.WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development") : step;
    }
}
