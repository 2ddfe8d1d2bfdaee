namespace MyPortal.AppHost.Dashboard;

internal static class PublicUrl
{
    /// <summary>
    /// Tells a service (<c>Portal:PublicUrl</c>) where people find the portal: web's https address, or http where there is no other. It does
    /// not wait for web.
    /// </summary>
    public static IResourceBuilder<T> WithPublicUrl<T>(this IResourceBuilder<T> service, IResourceBuilder<ProjectResource> web)
        where T : IResourceWithEnvironment =>
        service.WithEnvironment(context =>
        {
            var https = web.GetEndpoint("https");
            context.EnvironmentVariables["Portal__PublicUrl"] = https.Exists ? https : web.GetEndpoint("http");
        });
}
