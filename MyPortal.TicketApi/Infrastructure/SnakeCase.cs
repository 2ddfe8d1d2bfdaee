using System.Text.Json;

namespace MyPortal.TicketApi.Infrastructure;

/// <summary>One spelling of enum values everywhere: JSON, query strings, timeline and database say <c>waiting_for_customer</c>.</summary>
internal static class SnakeCase
{
    public static string Name<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    public static T? Parse<T>(string? name) where T : struct, Enum =>
        name is not null && Names<T>.ByName.TryGetValue(name, out var value) ? value : null;

    public static T Value<T>(string name) where T : struct, Enum => Names<T>.ByName[name];

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
