namespace MyPortal.AppHost.Development;

internal static class CalComStandIn
{
    /// <summary>
    /// Tells a service the origin of the stand-in for Cal.com (<c>CalCom:StandInOrigin</c>), so that it trusts exactly that one besides https
    /// origins. Not when publishing: a published portal never knows of it.
    /// </summary>
    public static IResourceBuilder<T> WithCalComStandIn<T>(this IResourceBuilder<T> service, IResourceBuilder<ProjectResource> standIn)
        where T : IResourceWithEnvironment =>
        service.ApplicationBuilder.ExecutionContext.IsRunMode
            ? service.WithEnvironment("CalCom__StandInOrigin", standIn.GetEndpoint("http"))
            : service;
}
