namespace MyPortal.CalComStandIn;

internal static class Extensions
{
    /// <summary>The stand-in's origin, by the name that its visitor knows it by.</summary>
    public static string Origin(this HttpRequest request) => $"{request.Scheme}://{request.Host}";

    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
