using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MimeKit;

namespace MyPortal.Tests.Mail;

/// <summary>What the mail server has received, to the byte.</summary>
internal sealed class Mailbox(Uri pages) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly HttpClient _http = new() { BaseAddress = pages };

    /// <summary>The mails about a ticket, oldest first, as soon as there are so many.</summary>
    public async Task<IReadOnlyList<MimeMessage>> AboutAsync(long ticketNumber, int count)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var ids = await FindAsync(ticketNumber, limit.Token);
        try
        {
            while (ids.Count < count && await every.WaitForNextTickAsync(limit.Token))
                ids = await FindAsync(ticketNumber, limit.Token);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
        }
        ids.Count.ShouldBe(count);

        var mails = new List<MimeMessage>();
        foreach (var id in ids)
        {
            await using var raw = await _http.GetStreamAsync($"/api/messages/{id}/raw", TestContext.Current.CancellationToken);
            mails.Add(await MimeMessage.LoadAsync(raw, TestContext.Current.CancellationToken));
        }
        return mails;
    }

    /// <summary>The same, by the address that each went to.</summary>
    public async Task<IReadOnlyDictionary<string, MimeMessage>> ByReaderAsync(long ticketNumber, int count) =>
        (await AboutAsync(ticketNumber, count)).ToDictionary(mail => mail.To.Mailboxes.Single().Address);

    public void Dispose() => _http.Dispose();

    private async Task<List<string>> FindAsync(long ticketNumber, CancellationToken ct)
    {
        var page = await _http.GetFromJsonAsync<JsonNode>("/api/messages?pageSize=1000&sortColumn=receivedDate&sortIsDescending=false", ct);
        return [.. page!["results"]!.AsArray()
            .Where(mail => mail!["subject"]!.GetValue<string>().Contains($"#{ticketNumber} ", StringComparison.Ordinal))
            .Select(mail => mail!["id"]!.GetValue<string>())];
    }
}
