using Microsoft.Extensions.Configuration;

namespace MyPortal.ServiceDefaults.Apis;

/// <summary>What an access token of the portal looks like, for the service that issues it and for all that accept it.</summary>
public static class AccessTokens
{
    public const string Audience = "myportal";

    /// <summary>Its <c>typ</c> (RFC 9068), by which it is told from every other token with the same signature.</summary>
    public const string Type = "at+jwt";

    // Services' clocks differ a little; more would keep people in who have left.
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>Setting <c>Tokens:Issuer</c>, which must be the same for all services.</summary>
    public static string Issuer(IConfiguration configuration) => configuration["Tokens:Issuer"] ?? "https://myportal/";
}
