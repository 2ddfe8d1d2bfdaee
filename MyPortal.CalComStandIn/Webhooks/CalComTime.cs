using System.Globalization;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>Instants as Cal.com writes them, in UTC.</summary>
internal static class CalComTime
{
    public static string WithMilliseconds(DateTimeOffset at) => Format(at, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    public static string WithSeconds(DateTimeOffset at) => Format(at, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static string Format(DateTimeOffset at, string format) => at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
