using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MimeKit;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Mail;

/// <summary>What the mail server has received, to the byte.</summary>
internal sealed class Mailbox(Uri pages) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = pages };

    /// <summary>The mails about a ticket, oldest first, as soon as there are so many.</summary>
    public Task<IReadOnlyList<MimeMessage>> AboutAsync(long ticketNumber, int count) =>
        ReadAsync(mail => mail["subject"]!.GetValue<string>().Contains($"#{ticketNumber} ", StringComparison.Ordinal), count);

    /// <summary>The mails to an address, oldest first, each as often as it came, as soon as there are at least so many.</summary>
    public async Task<IReadOnlyList<MimeMessage>> ToAsync(string address, int atLeast)
    {
        bool IsTo(JsonNode mail) => mail["to"]!.ToJsonString().Contains(address, StringComparison.Ordinal);
        return await ReadAsync(await WaitAsync(IsTo, atLeast));
    }

    /// <summary>The same, by the address that each went to.</summary>
    public async Task<IReadOnlyDictionary<string, MimeMessage>> ByReaderAsync(long ticketNumber, int count) =>
        (await AboutAsync(ticketNumber, count)).ToDictionary(mail => mail.To.Mailboxes.Single().Address);

    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyList<MimeMessage>> ReadAsync(Func<JsonNode, bool> which, int count)
    {
        var ids = await WaitAsync(which, count);
        ids.Count.ShouldBe(count);
        return await ReadAsync(ids);
    }

    private Task<List<string>> WaitAsync(Func<JsonNode, bool> which, int count) => Eventually.GetAsync(() => FindAsync(which), ids => ids.Count >= count);

    private async Task<List<MimeMessage>> ReadAsync(List<string> ids)
    {
        var mails = new List<MimeMessage>();
        foreach (var id in ids)
        {
            await using var raw = await _http.GetStreamAsync($"/api/messages/{id}/raw", TestContext.Current.CancellationToken);
            mails.Add(await MimeMessage.LoadAsync(raw, TestContext.Current.CancellationToken));
        }
        return mails;
    }

    private async Task<List<string>> FindAsync(Func<JsonNode, bool> which)
    {
        var page = await _http.GetFromJsonAsync<JsonNode>("/api/messages?pageSize=1000&sortColumn=receivedDate&sortIsDescending=false", TestContext.Current.CancellationToken);
        return [.. page!["results"]!.AsArray()
            .Where(mail => which(mail!))
            .Select(mail => mail!["id"]!.GetValue<string>())];
    }
}
