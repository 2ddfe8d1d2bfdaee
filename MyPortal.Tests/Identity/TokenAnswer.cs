using System.Text.Json.Serialization;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Identity;

/// <summary>What the token endpoint answered; its text as well, because it also counts what is not in it.</summary>
internal sealed record TokenAnswer(int Status, string Text)
{
    public Tokens Tokens => StrictJson.Read<Tokens>(Text);

    public TokenRefusal Refusal => StrictJson.Read<TokenRefusal>(Text);
}

/// <summary>RFC 6749, section 5.1. Signing in gives all of them, a refresh no other refresh token.</summary>
internal sealed record Tokens(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("id_token")] string? IdToken = null,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken = null);

/// <summary>RFC 6749, section 5.2.</summary>
internal sealed record TokenRefusal(string Error, [property: JsonPropertyName("error_description")] string? Description = null);
