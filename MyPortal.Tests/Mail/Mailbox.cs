using MimeKit;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Mail;

/// <summary>What the mail server has received, to the byte.</summary>
internal sealed class Mailbox(Uri pages) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = pages };

    /// <summary>The mails about a ticket, oldest first, as soon as there are so many.</summary>
    public Task<IReadOnlyList<MimeMessage>> AboutAsync(long ticketNumber, int count) =>
        ReadAsync(mail => mail.Subject.Contains($"#{ticketNumber} ", StringComparison.Ordinal), count);

    /// <summary>The mails to an address, oldest first, each as often as it came, as soon as there are at least so many.</summary>
    public async Task<IReadOnlyList<MimeMessage>> ToAsync(string address, int atLeast)
    {
        return await ReadAsync(await WaitAsync(IsTo, atLeast));

        bool IsTo(ReceivedMail mail) => mail.To.Any(reader => reader.Contains(address, StringComparison.Ordinal));
    }

    /// <summary>The same, by the address that each went to.</summary>
    public async Task<IReadOnlyDictionary<string, MimeMessage>> ByReaderAsync(long ticketNumber, int count) =>
        (await AboutAsync(ticketNumber, count)).ToDictionary(mail => mail.To.Mailboxes.Single().Address);

    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyList<MimeMessage>> ReadAsync(Func<ReceivedMail, bool> which, int count)
    {
        var ids = await WaitAsync(which, count);
        ids.Count.ShouldBe(count);
        return await ReadAsync(ids);
    }

    private Task<List<string>> WaitAsync(Func<ReceivedMail, bool> which, int count) => Eventually.GetAsync(() => FindAsync(which), ids => ids.Count >= count);

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

    private async Task<List<string>> FindAsync(Func<ReceivedMail, bool> which)
    {
        var page = await _http.ReadStrictlyAsync<MailPage>("/api/messages?pageSize=1000&sortColumn=receivedDate&sortIsDescending=false");
        return [.. page.Results.Where(which).Select(mail => mail.Id)];
    }

    private sealed record MailPage(IReadOnlyList<ReceivedMail> Results);

    private sealed record ReceivedMail(string Id, string Subject, IReadOnlyList<string> To);
}
