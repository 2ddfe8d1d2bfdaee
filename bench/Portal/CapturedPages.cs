using MyPortal.Bench.Machine;
using MyPortal.Bench.Reference;
using MyPortal.Bench.Tickets;

namespace MyPortal.Bench.Portal;

/// <summary>The portal's answers, for the reference to give as well.</summary>
internal static class CapturedPages
{
    public const string List = "/tickets";

    /// <returns>The folder that holds them.</returns>
    public static async Task<string> SaveAsync(int port, BrowserSession session, Workspace workspace, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        http.DefaultRequestHeaders.Add("Cookie", session.Cookie);
        var ticket = await WithCardAsync(http, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(workspace.Data, ReferenceWeb.TicketPage), ticket, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(workspace.Data, ReferenceWeb.ListPage), await http.GetStringAsync(List, cancellationToken), cancellationToken);
        return workspace.Data;
    }

    /// <exception cref="InvalidOperationException">The reference answers other bytes than the portal did.</exception>
    public static async Task VerifyAsync(string pages, int referencePort, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{referencePort}") };
        foreach (var (path, file) in new[] { (Ticket(0), ReferenceWeb.TicketPage), (List, ReferenceWeb.ListPage) })
        {
            if (await http.GetStringAsync(path, cancellationToken) != await File.ReadAllTextAsync(Path.Combine(pages, file), cancellationToken))
                throw new InvalidOperationException($"The reference answers {path} with another page than the portal.");
        }
    }

    public static string Ticket(int index) => $"/tickets/{Measured.FirstNumber + index}";

    // The first pages after a start may go without the card, as any page does for which ProfileApi takes too long.
    private static async Task<string> WithCardAsync(HttpClient http, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var page = await http.GetStringAsync(Ticket(0), cancellationToken);
            if (page.Contains("data-cal-link", StringComparison.Ordinal))
                return page;
            await Task.Delay(500, cancellationToken);
        }
        throw new InvalidOperationException("The ticket page has no booking card: nothing worth measuring.");
    }
}
