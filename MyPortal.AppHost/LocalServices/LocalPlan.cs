namespace MyPortal.AppHost.LocalServices;

/// <summary>How PostgreSQL and Redis will be served.</summary>
internal abstract record LocalPlan
{
    public sealed record Containers : LocalPlan;

    /// <param name="Postgres">The PostgreSQL found, or null: then npm restores one.</param>
    public sealed record Processes(PostgresBinaries? Postgres) : LocalPlan;

    /// <param name="Reason">What to install, in words for the person at the keyboard.</param>
    public sealed record Impossible(string Reason) : LocalPlan;

    public static async Task<LocalPlan> MakeAsync(LocalServicesMode mode, IMachine machine, CancellationToken cancellationToken)
    {
        if (mode != LocalServicesMode.Processes)
        {
            if (await machine.ContainerEngineAnswersAsync(cancellationToken))
                return new Containers();
            if (mode == LocalServicesMode.Containers)
                return new Impossible(Advice.NoEngine);
        }

        if (await machine.FindPostgresAsync(cancellationToken) is { } postgres)
            return new Processes(postgres);
        if (await machine.HasNpmAsync(cancellationToken))
            return new Processes(Postgres: null);
        return new Impossible(Advice.Nothing);
    }
}
