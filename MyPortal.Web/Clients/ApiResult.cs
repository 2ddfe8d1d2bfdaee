using System.Net;
using System.Text.Json;

namespace MyPortal.Web.Clients;

/// <summary>
/// An API's answer to something a person asked for: the value, or a refusal to show. Outages are not refusals: they are exceptions
/// (<see cref="ApiUnavailableException"/>), because no page can put them right.
/// </summary>
public sealed record ApiResult<T>(T? Value, Refusal? Refusal) where T : class
{
    public bool Succeeded => Refusal is null;

    /// <summary>The value of an answer that was asked for without conditions.</summary>
    /// <exception cref="ApiRefusedException">The API refused; the status code becomes the page's.</exception>
    public T Required() => Value ?? throw new ApiRefusedException(Refusal?.Status ?? HttpStatusCode.BadGateway);
}

/// <summary>A refusal as the API worded it (RFC 9457): the status, a sentence, and messages by field.</summary>
public sealed record Refusal(HttpStatusCode Status, string Detail, IReadOnlyDictionary<string, string[]> Errors)
{
    /// <summary>The one sentence to show where there is room for one: what is wrong with a field says more than the whole.</summary>
    public string Sentence => Errors.Values.FirstOrDefault()?[0] ?? Detail;

    /// <summary>True when the API could not be asked, so that trying again may help.</summary>
    public bool IsOutage => Status is HttpStatusCode.ServiceUnavailable;

    private sealed record Problem(string? Title, string? Detail, Dictionary<string, string[]>? Errors);

    /// <summary>An outage as a refusal, for a page that stays as it is and says this sentence.</summary>
    public static Refusal Away(string sentence) => new(HttpStatusCode.ServiceUnavailable, sentence, new Dictionary<string, string[]>());

    public static async Task<Refusal> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Problem? problem = null;
        try
        {
            problem = await response.Content.ReadFromJsonAsync<Problem>(cancellationToken);
        }
        catch (JsonException)
        {
            // An answer that is no problem document still has its status, which is what decides.
        }
        return new(response.StatusCode, problem?.Detail ?? problem?.Title ?? "This was not accepted.", problem?.Errors ?? []);
    }
}

/// <summary>The API refused something that the page cannot do without, for example a ticket that this reader may not see.</summary>
public sealed class ApiRefusedException(HttpStatusCode status) : Exception($"The API answered {(int)status}.")
{
    public HttpStatusCode Status => status;
}

/// <summary>The API did not answer in time, or answered nonsense.</summary>
public sealed class ApiUnavailableException(string api, Exception? inner = null) : Exception($"{api} cannot be reached.", inner);
