using System.Text.Json;

namespace MyPortal.Tests.Fixtures;

/// <summary>JSON as a test reads it: into records with the few fields that it looks at.</summary>
internal static class Answers
{
    // Stricter than pages are: a field that is left out or spelled otherwise must not pass for false, 0 or null.
    private static readonly JsonSerializerOptions Strictly = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static async Task<T> AnswerAsync<T>(this HttpResponseMessage response) where T : class =>
        Read<T>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>What a path gives, which must succeed.</summary>
    public static async Task<T> AnswerAsync<T>(this HttpClient caller, string path) where T : class =>
        Read<T>(await caller.GetStringAsync(path, TestContext.Current.CancellationToken));

    public static T Read<T>(string json) where T : class => JsonSerializer.Deserialize<T>(json, Strictly).ShouldNotBeNull(json);
}
