using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using MyPortal.ProfileApi.Identity;
using OpenIddict.Server;

namespace MyPortal.Tests.Rules.Identity;

/// <summary>Which key signs, and which are published, while keys are being replaced.</summary>
public sealed class SigningKeyRingTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    [Fact]
    public void A_fresh_key_is_published_at_once_but_the_one_before_still_signs() =>
        Order(Key("fresh", TimeSpan.FromMinutes(1)), Key("before", TimeSpan.FromDays(90))).ShouldBe(["before", "fresh"]);

    [Fact]
    public void A_key_that_every_replica_has_seen_signs_and_the_one_before_stays_published() =>
        Order(Key("new", TimeSpan.FromHours(1)), Key("before", TimeSpan.FromDays(90))).ShouldBe(["new", "before"]);

    [Fact]
    public void The_first_key_of_all_signs_at_once() => Order(Key("first", TimeSpan.Zero)).ShouldBe(["first"]);

    [Fact]
    public void Replacing_the_keys_tells_who_holds_options_made_from_them()
    {
        var ring = new SigningKeyRing(TimeProvider.System);
        var token = ring.GetChangeToken();
        ring.Replace([Key("first", TimeSpan.Zero)]);
        token.HasChanged.ShouldBeTrue();
        ring.GetChangeToken().HasChanged.ShouldBeFalse();
        ring.Find("first").ShouldHaveSingleItem();
        ring.Find("other").ShouldBeEmpty();
        ring.Find(null).ShouldBeEmpty();
    }

    private static string[] Order(params PublishedKey[] keys)
    {
        var ring = new SigningKeyRing(TimeProvider.System);
        ring.Replace(keys);
        var options = new OpenIddictServerOptions();
        ring.Configure(options);
        return [.. options.SigningCredentials.Select(credentials => credentials.Key.KeyId)];
    }

    private static PublishedKey Key(string id, TimeSpan age) =>
        new(Now - age, new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id });
}
