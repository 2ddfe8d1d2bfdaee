using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace MyPortal.Tests.Fixtures;

/// <summary>A person's session in the portal's pages, begun through the real sign-in form.</summary>
public sealed class WebSession : IDisposable
{
    private readonly CookieContainer _cookies = new();

    private WebSession(Uri web) => Client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false })
    {
        BaseAddress = web,
        Timeout = Limits.Moment,
    };

    public HttpClient Client { get; }

    /// <summary>All cookies, as a thief would send them.</summary>
    public string CookieHeader => _cookies.GetCookieHeader(Client.BaseAddress!);

    /// <summary>What the answer to the sign-in set.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    public static async Task<WebSession> BeginAsync(Uri web, Person person, CancellationToken ct, string? password = null)
    {
        var session = new WebSession(web);
        using var response = await session.PostFormAsync("/sign-in", new() { ["email"] = person.Email, ["password"] = password ?? Demo.Password }, ct);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync(ct));
        session.SetCookies = [.. response.Headers.GetValues("Set-Cookie")];
        return session;
    }

    public async Task<string> GetHtmlAsync(string path, CancellationToken ct)
    {
        using var response = await Client.GetAsync(path, ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync(ct);
    }

    /// <summary>Sends a page's form as a browser without scripts would: with the antiforgery token that the page holds.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string path, Dictionary<string, string> fields, CancellationToken ct, string? formPage = null)
    {
        var page = await GetHtmlAsync(formPage ?? path, ct);
        var document = await new HtmlParser().ParseDocumentAsync(page, ct);
        fields["__RequestVerificationToken"] = document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(fields);
        return await Client.PostAsync(path, form, ct);
    }

    /// <summary>Presses Sign out in the user menu.</summary>
    public async Task<HttpResponseMessage> SignOutAsync(CancellationToken ct)
    {
        var document = await new HtmlParser().ParseDocumentAsync(await GetHtmlAsync("/tickets/new", ct), ct);
        var menu = document.QuerySelector("form[action='/sign-out']")!;
        using var form = new FormUrlEncodedContent(menu.QuerySelectorAll("input").Select(
            input => new KeyValuePair<string, string>(input.GetAttribute("name")!, input.GetAttribute("value")!)));
        return await Client.PostAsync("/sign-out", form, ct);
    }

    /// <summary>Takes the session into a browser.</summary>
    public Task CopyToAsync(IBrowserContext browser) => browser.AddCookiesAsync(_cookies.GetAllCookies().Select(cookie => new Microsoft.Playwright.Cookie
    {
        Name = cookie.Name,
        Value = cookie.Value,
        Url = Client.BaseAddress!.ToString(),
        HttpOnly = cookie.HttpOnly,
    }));

    public void Dispose() => Client.Dispose();
}
