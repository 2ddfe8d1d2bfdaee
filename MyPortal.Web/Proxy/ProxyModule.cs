namespace MyPortal.Web.Proxy;

/// <summary>What is passed on to TicketApi and ProfileApi as it comes, and how much of it.</summary>
internal static class ProxyModule
{
    public static void AddProxy(this IHostApplicationBuilder builder) => builder.Services.AddHttpForwarderWithServiceDiscovery();

    public static void MapProxy(this IEndpointRouteBuilder routes)
    {
        ApiForwarding.Map(routes);
        PublicForwarding.Map(routes);
    }
}
