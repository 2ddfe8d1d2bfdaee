using System.Text;
using System.Text.RegularExpressions;

namespace MyPortal.Bench.Reference;

/// <summary>A page that the portal once answered, cut at the texts that depend on the request.</summary>
internal sealed class PageTemplate
{
    private readonly List<(byte[]? Literal, int Value)> _pieces = [];

    /// <exception cref="InvalidOperationException">A text is not on the page: it would not be the same page.</exception>
    public PageTemplate(string page, string[] texts)
    {
        if (texts.FirstOrDefault(text => !page.Contains(text, StringComparison.Ordinal)) is { } missing)
            throw new InvalidOperationException($"The portal's page does not show: {missing}");

        // Longest first: one text may be the beginning of another.
        var cuts = new Regex("(" + string.Join('|', texts.OrderByDescending(text => text.Length).Select(Regex.Escape)) + ")");
        foreach (var piece in cuts.Split(page).Where(piece => piece.Length > 0))
        {
            var value = Array.IndexOf(texts, piece);
            _pieces.Add(value < 0 ? (Encoding.UTF8.GetBytes(piece), 0) : (null, value));
        }
    }

    public async Task WriteAsync(HttpResponse response, string[] texts, CancellationToken cancellationToken)
    {
        response.ContentType = "text/html; charset=utf-8";
        foreach (var (literal, value) in _pieces)
        {
            if (literal is not null)
                literal.CopyTo(response.BodyWriter.GetSpan(literal.Length));
            var written = literal?.Length ?? Encoding.UTF8.GetBytes(texts[value], response.BodyWriter.GetSpan(texts[value].Length * 3));
            response.BodyWriter.Advance(written);
        }
        await response.BodyWriter.FlushAsync(cancellationToken);
    }
}
