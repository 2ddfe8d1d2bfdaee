using System.Net;

namespace MyPortal.Tests.Rules.CalComApi;

/// <summary>Answers requests one after the other with what it was given, and remembers them.</summary>
internal sealed class CannedAnswers(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private readonly List<(HttpMethod Method, Uri Url, string? Key, string? Version)> _requests = [];

    public IReadOnlyList<(HttpMethod Method, Uri Url, string? Key, string? Version)> Requests => _requests;

    public static Func<HttpResponseMessage> Json(string json, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers) => () =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(json) };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Add((request.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), request.Headers.GetValues("cal-api-version").Single()));
        return Task.FromResult(answers[_requests.Count - 1]());
    }
}
