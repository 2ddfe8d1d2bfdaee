namespace MyPortal.ServiceDefaults;

/// <summary>Addresses whose last part is a secret: whoever knows it may do something. Telemetry gets them without.</summary>
internal static class SecretPaths
{
    private static readonly string[] Prefixes = ["/calendars/", "/unsubscribe/", "/webhooks/cal-com/"];

    /// <summary>The path with <c>…</c> for the secret; null when there is none in it.</summary>
    public static string? Mask(string? path) =>
        Prefixes.FirstOrDefault(prefix => path?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ?? false) is { } prefix ? prefix + "…" : null;
}
