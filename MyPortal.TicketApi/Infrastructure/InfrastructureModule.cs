using Microsoft.AspNetCore.Server.Kestrel.Core;
using MyPortal.ServiceDefaults.Apis;
using MyPortal.TicketApi.Infrastructure.Messaging;

namespace MyPortal.TicketApi.Infrastructure;

/// <summary>What modules stand on and which knows none of them: time, messages, paging, problems, text, the portal's own addresses.</summary>
internal static class InfrastructureModule
{
    /// <summary>Room for the longest text in its longest JSON spelling, and not much more.</summary>
    private const int MaxBodyBytes = 256 * 1024;

    public static void AddInfrastructure(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PortalLinks>();
        services.AddSingleton<PortalMailbox>();
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBodyBytes);
        services.AddValidation();
        services.AddOpenApi(options => options.Describe("MyPortal TicketApi",
            "Tickets, their replies and their timeline. Every refusal is an RFC 9457 problem (application/problem+json). "
            + "What the caller may not see does not exist for them: 404."));
        builder.AddTicketMessaging();
    }
}
