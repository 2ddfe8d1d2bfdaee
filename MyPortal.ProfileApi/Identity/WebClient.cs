using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace MyPortal.ProfileApi.Identity;

/// <summary>The one OAuth client: the portal's own backend, which keeps its secret (<c>WebClient:Secret</c>) on the server.</summary>
internal sealed class WebClient(IOpenIddictApplicationManager applications, IConfiguration configuration)
{
    public const string Id = "web";

    /// <summary>Registers the client, or gives it its present secret: a changed secret needs only another <c>--migrate</c>.</summary>
    public async Task RegisterAsync(CancellationToken cancellationToken)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = Id,
            ClientSecret = configuration["WebClient:Secret"]
                ?? throw new InvalidOperationException("The setting WebClient:Secret is missing: it is the secret shared with MyPortal.Web."),
            ClientType = ClientTypes.Confidential,
            DisplayName = "MyPortal",
            Permissions =
            {
                Permissions.Endpoints.Token,
                Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.Password,
                Permissions.GrantTypes.RefreshToken,
            },
        };

        if (await applications.FindByClientIdAsync(Id, cancellationToken) is { } existing)
            await applications.UpdateAsync(existing, descriptor, cancellationToken);
        else
            await applications.CreateAsync(descriptor, cancellationToken);
    }
}
