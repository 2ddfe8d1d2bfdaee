using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.TicketApi.Reference;

internal static class ApiReference
{
    public static void AddApiReference(this WebApplicationBuilder builder) =>
        builder.Services.AddOpenApi(options => options.Describe("MyPortal TicketApi",
            "Tickets, their replies and their timeline. Every refusal is an RFC 9457 problem (application/problem+json). "
            + "What the caller may not see does not exist for them: 404."));
}
