using System.Net;
using System.Text;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Tickets;
using MyPortal.TicketApi.CalCom.Inbox;

namespace MyPortal.Tests.Webhooks;

/// <summary>What may come in, through YARP and without a session, and what leaves no trace.</summary>
public sealed class IntakeTests(PortalFixture portal)
{
    private const int Limit = 256 * 1024;
    private const string Ping = """{"triggerEvent":"PING","createdAt":"2031-01-01T00:00:00.000Z","payload":{"type":"Test"}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("missing")]
    [InlineData("empty")]
    [InlineData("no-secret-provided")]
    [InlineData("of another secret")]
    [InlineData("of another body")]
    [InlineData("truncated")]
    [InlineData("one digit changed")]
    [InlineData("upper case")]
    [InlineData("with a prefix")]
    [InlineData("twice")]
    public async Task Without_a_valid_signature_it_is_401_and_nothing_is_written(string signature)
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        var valid = CalComAccount.Sign(Ping, account.Secret);
        var sent = signature switch
        {
            "missing" => null,
            "empty" => "",
            "no-secret-provided" => signature,
            "of another secret" => CalComAccount.Sign(Ping, "another"),
            "of another body" => CalComAccount.Sign(Ping + " ", account.Secret),
            "truncated" => valid[..^1],
            "one digit changed" => valid[..^1] + (valid[^1] == '0' ? '1' : '0'),
            "upper case" => valid.ToUpperInvariant(),
            "with a prefix" => "sha256=" + valid,
            _ => $"{valid}, {valid}",
        };

        using var response = await account.SendAsync(Ping, sent);

        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        (await account.DeliveriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_byte_of_the_body_makes_the_signature_worthless()
    {
        using var account = await CalComAccount.ConnectAsync(portal);

        using var response = await account.SendAsync(Ping.Replace("Test", "Tesu", StringComparison.Ordinal), CalComAccount.Sign(Ping, account.Secret));

        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        (await account.DeliveriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_connection_gets_the_same_answer_as_a_wrong_signature()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var web = portal.CreateClient("web");
        using var content = new StringContent(Ping, Encoding.UTF8, "application/json");

        using var unknown = await web.PostAsync("/webhooks/cal-com/there-is-no-such-connection", content, Stop);
        using var wrong = await account.SendAsync(Ping, null);

        var (one, other) = (await unknown.ShouldBeProblemAsync(HttpStatusCode.Unauthorized), await wrong.ShouldBeProblemAsync(HttpStatusCode.Unauthorized));
        one.Detail.ShouldBe(other.Detail);
    }

    [Fact]
    public async Task During_a_rotation_both_secrets_are_good_and_afterwards_the_new_one_only()
    {
        using var rotating = await CalComAccount.ConnectAsync(portal, TimeSpan.FromMinutes(60));
        using var rotated = await CalComAccount.ConnectAsync(portal, TimeSpan.FromSeconds(-1));

        foreach (var (account, secret, expected) in new[]
        {
            (rotating, rotating.Secret, HttpStatusCode.Accepted), (rotating, rotating.PreviousSecret!, HttpStatusCode.Accepted),
            (rotated, rotated.Secret, HttpStatusCode.Accepted), (rotated, rotated.PreviousSecret!, HttpStatusCode.Unauthorized),
        })
        {
            using var response = await account.SendAsync(Ping, CalComAccount.Sign(Ping, secret));
            response.StatusCode.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Up_to_256_KB_are_taken_and_not_a_byte_more()
    {
        using var account = await CalComAccount.ConnectAsync(portal);

        using var tooMuch = await account.SendAsync(new string('x', Limit + 1));
        tooMuch.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await account.DeliveriesAsync()).ShouldBeEmpty();

        var delivery = await account.SettleAsync(new string('x', Limit));
        (delivery.State, delivery.Reason).ShouldBe((DeliveryState.Failed, DeliveryReason.Unreadable));
    }

    [Fact]
    public async Task No_session_no_antiforgery_and_no_origin_is_asked_for()
    {
        using var account = await CalComAccount.ConnectAsync(portal);
        using var web = portal.CreateClient("web");
        using var request = new HttpRequestMessage(HttpMethod.Post, account.Path) { Content = new StringContent(Ping, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("X-Cal-Signature-256", CalComAccount.Sign(Ping, account.Secret));
        request.Headers.TryAddWithoutValidation("Origin", "https://cal.com");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");
        request.Headers.TryAddWithoutValidation("X-Forwarded-User", "somebody");

        using var response = await web.SendAsync(request, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_connection_that_floods_is_slowed_down_and_others_are_not()
    {
        using var flooding = await CalComAccount.ConnectAsync(portal);
        using var other = await CalComAccount.ConnectAsync(portal);
        var (accepted, slowed) = (0, 0);

        await Parallel.ForAsync(0, 900, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop }, async (_, _) =>
        {
            using var response = await flooding.SendAsync(Ping);
            if (response.StatusCode is HttpStatusCode.Accepted)
                Interlocked.Increment(ref accepted);
            else if (response.StatusCode is HttpStatusCode.TooManyRequests && response.Headers.RetryAfter is not null)
                Interlocked.Increment(ref slowed);
        });
        using var elsewhere = await other.SendAsync(Ping);

        (accepted + slowed).ShouldBe(900);
        accepted.ShouldBeGreaterThanOrEqualTo(300);
        slowed.ShouldBeGreaterThan(0);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await flooding.DeliveriesAsync()).ShouldHaveSingleItem().Duplicates.ShouldBe(accepted - 1);
    }
}
