using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyPortal.Tests.Fixtures;

/// <summary>
/// Reads JSON into records as strictly as reading by name: a field that a record names must be there, spelt the same and of its type, and
/// null only where the record allows it. What has a default in the record may be missing.
/// </summary>
internal static class StrictJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static T Read<T>(string json) where T : class => JsonSerializer.Deserialize<T>(json, Options).ShouldNotBeNull();

    public static T ReadAs<T>(this JsonElement json) where T : class => json.Deserialize<T>(Options).ShouldNotBeNull();

    public static async Task<T> ReadStrictlyAsync<T>(this HttpResponseMessage response) where T : class =>
        (await response.Content.ReadFromJsonAsync<T>(Options, Stop)).ShouldNotBeNull();

    /// <summary>Gets what must be there.</summary>
    public static async Task<T> ReadStrictlyAsync<T>(this HttpClient client, string path) where T : class
    {
        using var response = await client.GetAsync(path, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.ReadStrictlyAsync<T>();
    }
}
