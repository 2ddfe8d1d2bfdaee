using MyPortal.Web.Session;

namespace MyPortal.Web.Clients;

/// <summary>Sends each call under the session's access token. Without one the call is not made: the APIs know nobody else.</summary>
internal sealed class BearerTokenHandler(IHttpContextAccessor accessor) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = accessor.HttpContext?.BearerToken()
            ?? throw new HttpRequestException("No access token: ProfileApi did not answer.");
        return base.SendAsync(request, cancellationToken);
    }
}
