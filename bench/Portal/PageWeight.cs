using System.Text.RegularExpressions;

namespace MyPortal.Bench.Portal;

/// <summary>
/// What a browser loads for a page before any click: the page, its style sheets, icon and scripts, and the modules that these import, as
/// bytes of their Brotli-compressed bodies.
/// </summary>
internal static partial class PageWeight
{
    /// <exception cref="InvalidOperationException">The page loads something from elsewhere.</exception>
    public static async Task<IReadOnlyList<(string Path, int Bytes)>> MeasureAsync(int port, string path, string cookie, CancellationToken cancellationToken)
    {
        using var plain = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        plain.DefaultRequestHeaders.Add("Cookie", cookie);
        Dictionary<string, int> weights = [];
        await AddAsync(path);
        return [.. weights.Select(weight => (weight.Key, weight.Value))];

        async Task AddAsync(string address)
        {
            if (!new Uri(plain.BaseAddress!, address).IsLoopback)
                throw new InvalidOperationException($"The page loads {address}.");
            if (weights.ContainsKey(address))
                return;
            weights[address] = await CompressedLengthAsync(plain, address, cancellationToken);
            var text = await plain.GetStringAsync(address, cancellationToken);
            var from = new Uri(plain.BaseAddress!, address);
            foreach (var match in (address == path ? Loaded() : Imported()).Matches(text).Cast<Match>())
                await AddAsync(new Uri(from, match.Groups[1].Value).PathAndQuery);
        }
    }

    private static async Task<int> CompressedLengthAsync(HttpClient http, string address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await http.SendAsync(request, cancellationToken);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken)).Length;
    }

    [GeneratedRegex("""<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)""")]
    private static partial Regex Loaded();

    [GeneratedRegex("""\bfrom\s*"(\./[^"]+)""")]
    private static partial Regex Imported();
}
