using System.Text.Encodings.Web;
using MyPortal.Bench.Tickets;

namespace MyPortal.Bench.Reference;

/// <summary>As Web: asks the other two, then writes the portal's own page, with the text that it was given in the places where it belongs.</summary>
internal static class ReferenceWeb
{
    public const string TicketPage = "ticket.html";
    public const string ListPage = "list.html";

    public static async Task MapAsync(WebApplication app, Uri ticketServer, Uri profileServer, string pages)
    {
        var tickets = new HttpClient { BaseAddress = ticketServer };
        var profiles = new HttpClient { BaseAddress = profileServer };
        var ticketPage = new PageTemplate(await File.ReadAllTextAsync(Path.Combine(pages, TicketPage)), await TicketAsync(Measured.FirstNumber, default));
        var listPage = new PageTemplate(await File.ReadAllTextAsync(Path.Combine(pages, ListPage)), await ListAsync(default));

        app.UseResponseCompression();
        app.MapGet("/tickets/{number:long}", async context => await ticketPage.WriteAsync(context.Response,
            await TicketAsync(long.Parse((string)context.Request.RouteValues["number"]!, null), context.RequestAborted), context.RequestAborted));
        app.MapGet("/tickets", async context => await listPage.WriteAsync(context.Response, await ListAsync(context.RequestAborted), context.RequestAborted));

        async Task<string[]> TicketAsync(long number, CancellationToken cancellationToken)
        {
            var ticket = (await tickets.GetFromJsonAsync($"/tickets/{number}", ReferenceJson.Default.ReferenceTicket, cancellationToken))!;
            var technician = (await profiles.GetFromJsonAsync($"/technicians/{ticket.TechnicianId}", ReferenceJson.Default.ReferenceTechnician, cancellationToken))!;
            return Encode([$"{ticket.Number}", ticket.Subject, ticket.Description, technician.Name, technician.Email, technician.Url!, .. ticket.Replies.Select(reply => reply.Body)]);
        }

        async Task<string[]> ListAsync(CancellationToken cancellationToken)
        {
            var rows = (await tickets.GetFromJsonAsync("/tickets", ReferenceJson.Default.ListReferenceRow, cancellationToken))!;
            return Encode(rows.Take(25).SelectMany(row => new[] { $"{row.Number}", row.Subject }));
        }
    }

    private static string[] Encode(IEnumerable<string> texts) => [.. texts.Select(HtmlEncoder.Default.Encode)];
}
