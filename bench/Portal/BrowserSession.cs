using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using MyPortal.Bench.Machine;
using MyPortal.Bench.Tickets;

namespace MyPortal.Bench.Portal;

/// <summary>A customer who has signed in through the sign-in page, as a browser does.</summary>
/// <param name="Cookie">The <c>Cookie</c> header of every further request.</param>
internal sealed partial record BrowserSession(string Cookie)
{
    public static async Task<BrowserSession> SignInAsync(int port, Workspace workspace, CancellationToken cancellationToken)
    {
        var people = await File.ReadAllTextAsync(Path.Combine(workspace.Repository, "DemoData", "people.json"), cancellationToken);
        using var demo = JsonDocument.Parse(people);
        var jar = new CookieContainer();
        using var handler = new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = new($"http://127.0.0.1:{port}") };

        var page = await http.GetStringAsync("/sign-in", cancellationToken);
        using var answer = await http.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["email"] = Measured.CustomerEmail,
            ["password"] = demo.RootElement.GetProperty("password").GetString()!,
            ["__RequestVerificationToken"] = FormToken().Match(page).Groups[1].Value,
        }), cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Signing in was answered by {(int)answer.StatusCode}.");
        return new(jar.GetCookieHeader(http.BaseAddress));
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex FormToken();
}
