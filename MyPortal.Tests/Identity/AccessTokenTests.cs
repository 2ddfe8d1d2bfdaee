using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using MyPortal.ProfileApi.Identity;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Identity;

/// <summary>What is in an access token, who signed it, and what is refused in its place.</summary>
public sealed class AccessTokenTests(PortalFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_with_the_companys_tickets_carries_the_company()
    {
        var token = Read(await fixture.TokenAsync(Demo.Casey));
        Claim(token, "sub").ShouldBe(Demo.Casey.Id.ToString());
        Claim(token, "email").ShouldBe(Demo.Casey.Email);
        Claim(token, "name").ShouldBe(Demo.Casey.Name);
        Claim(token, "role").ShouldBe("customer");
        Guid.TryParse(Claim(token, "company_id"), out _).ShouldBeTrue();
        Claim(token, "company_name").ShouldBe("Northwind Bakery");
        Claim(token, "company_tickets").ShouldBe("true");
    }

    [Fact]
    public async Task A_technician_carries_a_role_and_no_company()
    {
        var token = Read(await fixture.TokenAsync(Demo.Tess));
        Claim(token, "role").ShouldBe("technician");
        token.Claims.ShouldNotContain(claim => claim.Type.StartsWith("company", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_names_its_issuer_audience_and_a_published_key()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var token = Read(await fixture.TokenAsync(Demo.Tess));
        token.Issuer.ShouldBe("https://myportal/");
        token.Audiences.ShouldBe(["myportal"]);
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromMinutes(10));

        using var client = lab.CreateClient();
        var keys = (await client.GetFromJsonAsync<JsonElement>("/.well-known/jwks", Cancellation)).GetProperty("keys");
        keys.EnumerateArray().Select(key => key.GetProperty("kid").GetString()).ShouldContain(token.Kid);
        keys.EnumerateArray().ShouldAllBe(key => !HasPrivatePart(key));
    }

    [Fact]
    public async Task Signing_keys_are_not_readable_in_the_database()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        await using var db = lab.OpenDatabase();
        foreach (var key in db.SigningKeys)
        {
            using var pair = System.Security.Cryptography.ECDsa.Create();
            Should.Throw<System.Security.Cryptography.CryptographicException>(() => pair.ImportPkcs8PrivateKey(key.ProtectedPrivateKey, out _));
        }
    }

    [Fact]
    public async Task Only_an_unaltered_access_token_opens_the_api()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var session = await lab.OpenSessionAsync(await lab.CreatePersonAsync("customer"));
        await ShouldAnswer(session.AccessToken, HttpStatusCode.OK);
        await ShouldAnswer(session.Answer.IdToken.ShouldNotBeNull(), HttpStatusCode.Unauthorized);
        await ShouldAnswer(session.RefreshToken, HttpStatusCode.Unauthorized);
        await ShouldAnswer(Promote(session.AccessToken), HttpStatusCode.Unauthorized);
        await ShouldAnswer(Unsign(session.AccessToken), HttpStatusCode.Unauthorized);

        async Task ShouldAnswer(string token, HttpStatusCode expected)
        {
            using var client = lab.As(token);
            (await client.GetAsync("/api/profile/me", Cancellation)).StatusCode.ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("GET", "/api/profile/me")]
    [InlineData("PUT", "/api/profile/me/booking-link")]
    [InlineData("POST", "/api/profile/me/password")]
    [InlineData("GET", "/api/profile/technicians")]
    [InlineData("GET", "/technicians/0198c000-0000-7000-8000-00000000b001")]
    [InlineData("GET", "/technicians/0198c000-0000-7000-8000-00000000b001/booking-link")]
    public async Task Nothing_answers_without_a_token(string method, string path)
    {
        var lab = await ProfileLab.OfAsync(fixture);
        using var client = lab.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : JsonContent.Create(new { }) };
        var answer = await client.SendAsync(request, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
    }

    private static JsonWebToken Read(string token) => new JsonWebTokenHandler().ReadJsonWebToken(token);

    private static string Claim(JsonWebToken token, string type) => token.Claims.Single(claim => claim.Type == type).Value;

    private static bool HasPrivatePart(JsonElement key) => key.TryGetProperty("d", out _);

    private static string Promote(string token)
    {
        var parts = token.Split('.');
        var payload = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(parts[1]).Replace("\"customer\"", "\"administrator\"", StringComparison.Ordinal);
        return $"{parts[0]}.{Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(payload)}.{parts[2]}";
    }

    private static string Unsign(string token) =>
        $"{Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{token.Split('.')[1]}.";
}
