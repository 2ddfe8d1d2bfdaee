using System.Globalization;
using System.Text.RegularExpressions;

namespace MyPortal.ProfileApi.BookingLinks.Parsing;

/// <summary>
/// A public host name in ASCII. International names become punycode (UTS #46, as browsers do it), so whatever is decided about a host
/// is decided about the name that the browser will look up: a Cyrillic look-alike of cal.com is not cal.com.
/// </summary>
internal static partial class LinkHost
{
    public const string IsAnAddress = "Use the host's name: an IP address cannot be a booking link's host.";

    private const string IsNotAName = "The host in the link is not a valid name. It should look like cal.com or cal.example.org.";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    // Names that mean something else on each machine or network (RFC 6761, RFC 6762, ICANN's .internal).
    private static readonly string[] NotPublic = ["localhost", "local", "internal", "localdomain"];

    public static LinkResult Parse(string text)
    {
        if (text.Length == 0)
            return LinkResult.Refused("After https:// the link needs a host, as in https://cal.com/your-name.");

        if (ToAscii(text) is not { } host || !Name().IsMatch(host) || host.Length > 253)
            return LinkResult.Refused(LooksLikeAddress(text) ? IsAnAddress : IsNotAName);

        var last = host[(host.LastIndexOf('.') + 1)..];
        if (LooksLikeAddress(last))
            return LinkResult.Refused(IsAnAddress);

        if (NotPublic.Contains(last))
            return LinkResult.Refused($"The host {host} exists on one machine or network only; customers could not open it.");

        return host.Contains('.')
            ? LinkResult.Accepted(host)
            : LinkResult.Refused($"The host {host} needs a dot and an ending, as in {host}.com.");
    }

    // The round trip refuses invalid or non-canonical punycode, on which parsers differ.
    private static string? ToAscii(string text)
    {
        try
        {
            var ascii = Idn.GetAscii(text).ToLowerInvariant();
            return Idn.GetAscii(Idn.GetUnicode(ascii)) == ascii ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Browsers read a host whose last label is a number (decimal, octal or 0x…) as an IPv4 address.
    private static bool LooksLikeAddress(string text) => Number().IsMatch(text);

    [GeneratedRegex(@"(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
