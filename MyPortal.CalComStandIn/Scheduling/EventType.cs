using System.Globalization;

namespace MyPortal.CalComStandIn.Scheduling;

/// <summary>
/// What a link of the form <c>user/slug</c> books. Every such link exists; a slug like <c>15min</c> sets the length
/// (5 to 120 minutes, otherwise 30). One that contains <c>confirm</c> needs the host's confirmation, one that contains
/// <c>paid</c> costs something.
/// </summary>
internal sealed record EventType(string User, string Slug)
{
    public string Path => $"/{Uri.EscapeDataString(User)}/{Uri.EscapeDataString(Slug)}";

    public string Host => Words(User);

    public string HostEmail => $"{User}@stand-in.example";

    /// <summary>Stable between runs, as Cal.com's numbers are.</summary>
    public int HostId => Number(User);

    public string Title => Words(Slug);

    public bool RequiresConfirmation => Slug.Contains("confirm", StringComparison.OrdinalIgnoreCase);

    public bool IsPaid => Slug.Contains("paid", StringComparison.OrdinalIgnoreCase);

    /// <summary>In cents.</summary>
    public int Price => IsPaid ? 2500 : 0;

    public int Minutes =>
        Slug.EndsWith("min", StringComparison.Ordinal)
        && int.TryParse(Slug.AsSpan(0, Slug.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? Math.Clamp(minutes, 5, 120)
            : 30;

    /// <summary>Stable between runs, as Cal.com's numbers are.</summary>
    public int Id => Number($"{User}/{Slug}");

    private static int Number(string name) => name.Aggregate(17, (hash, c) => unchecked(hash * 31 + c) & 0xFFFFF) + 1;

    private static string Words(string slug)
    {
        var words = slug.Replace('-', ' ').Trim();
        return words.Length == 0 ? slug : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
