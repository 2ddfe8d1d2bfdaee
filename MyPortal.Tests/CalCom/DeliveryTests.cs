using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>How the stand-in delivers: as Cal.com does, signed over the raw bytes, once, and never again.</summary>
public sealed class DeliveryTests(StandInFixture standIn) : IClassFixture<StandInFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly StandInHost _host = new(standIn.Http);

    [Theory]
    [InlineData("whsec_simple")]
    [InlineData("mit Ümläut ✓")]
    public async Task A_delivery_is_signed_over_its_raw_bytes(string secret)
    {
        await using var subscriber = await Subscriber.StartAsync();
        await _host.SubscribeAsync(subscriber.Url, secret);
        await _host.BookAsync();

        var received = await subscriber.NextAsync();

        received.Headers["X-Cal-Signature-256"].ShouldBe(
            Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), received.Body)));
        received.Headers["X-Cal-Webhook-Version"].ShouldBe("2021-10-20");
        received.Headers["Content-Type"].ShouldBe("application/json");
        received.Headers.ShouldNotContainKey("traceparent");
        Encoding.UTF8.GetString(received.Body).ShouldContain("Ärger & <Kasse>", customMessage: "JSON.stringify escapes neither");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_secret_it_says_so_in_place_of_a_signature(string? secret)
    {
        await using var subscriber = await Subscriber.StartAsync();
        await _host.SubscribeAsync(subscriber.Url, secret);
        await _host.BookAsync();

        (await subscriber.NextAsync()).Headers["X-Cal-Signature-256"].ShouldBe("no-secret-provided");
    }

    [Fact]
    public async Task Whatever_the_subscriber_answers_it_is_not_asked_again()
    {
        await using var subscriber = await Subscriber.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        });
        await _host.SubscribeAsync(subscriber.Url);
        await _host.DoAsync(await _host.BookedUidAsync(), "cancel");

        (await subscriber.NextAsync(2)).Select(r => r.Event).ShouldBe(["BOOKING_CREATED", "BOOKING_CANCELLED"]);
        (await _host.LogAsync(2)).Select(d => d.Status).ShouldBe([500, 500]);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await Subscriber.StartAsync();
        await using var subscriber = await Subscriber.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = elsewhere.Url;
            return Task.CompletedTask;
        });
        await _host.SubscribeAsync(subscriber.Url);
        await _host.BookAsync();

        (await _host.LogAsync(1)).Single().Status.ShouldBe(307);
        await _host.SubscribeAsync(elsewhere.Url);
        await _host.DoAsync(await _host.BookedUidAsync("other"), "cancel");
        (await elsewhere.NextAsync()).Payload.Type.ShouldBe("other");
    }

    [Fact]
    public async Task A_subscriber_that_does_not_answer_in_time_is_given_up()
    {
        await using var replica = await StandInProcess.StartAsync(("Deliveries__Timeout", "00:00:05"));
        using var http = replica.CreateClient();
        var host = new StandInHost(http);
        var first = true;
        await using var subscriber = await Subscriber.StartAsync(async context =>
        {
            if (first)
            {
                first = false;
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        });
        await host.SubscribeAsync(subscriber.Url);
        await host.DoAsync(await host.BookedUidAsync(), "cancel");

        (await host.LogAsync(2)).Select(d => d.Outcome).ShouldBe(["TIMED_OUT", "ANSWERED"]);
    }

    [Fact]
    public async Task The_log_tells_what_went_where_but_not_the_whole_address()
    {
        await using var subscriber = await Subscriber.StartAsync();
        await _host.SubscribeAsync(subscriber.Url);
        await _host.SubscribeAsync("http://127.0.0.1:9/closed");
        var uid = await _host.BookedUidAsync();

        var log = await _host.LogAsync(2);
        var answered = log.Single(d => d.Outcome == "ANSWERED");
        answered.Event.ShouldBe("BOOKING_CREATED");
        answered.Uid.ShouldBe(uid);
        answered.Host.ShouldBe(subscriber.Authority);
        answered.Status.ShouldBe(202);
        (await _host.LogTextAsync()).ShouldContain($"\"host\":\"{subscriber.Authority}\"");
        (await _host.LogTextAsync()).ShouldNotContain("secret-path");
        log.Single(d => d.Outcome == "FAILED").Status.ShouldBeNull();

        var content = await standIn.Http.ReadStrictlyAsync<StandInDeliveryContent>($"/_stand-in/deliveries/{answered.Id}");
        content.Body.ShouldBe(Encoding.UTF8.GetString((await subscriber.NextAsync()).Body));
    }

    [Fact]
    public async Task Only_active_webhooks_that_subscribe_to_the_event_are_told()
    {
        await using var subscriber = await Subscriber.StartAsync();
        await using var idle = await Subscriber.StartAsync();
        await _host.SubscribeAsync(subscriber.Url, triggers: ["BOOKING_CANCELLED"]);
        await _host.SubscribeAsync(idle.Url, active: false);
        await _host.DoAsync(await _host.BookedUidAsync(), "cancel");

        (await subscriber.NextAsync()).Event.ShouldBe("BOOKING_CANCELLED");
        (await _host.LogAsync(1)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_test_can_send_what_it_likes_byte_for_byte()
    {
        await using var subscriber = await Subscriber.StartAsync();

        using var sent = await standIn.Http.PostAsync("/_stand-in/deliver", new StringContent(
            $$"""{ "url": "{{subscriber.Url}}", "secret": "s", "body": {"triggerEvent" :  "NEWS" } }""", Encoding.UTF8, "application/json"), Cancellation);

        (await sent.ReadStrictlyAsync<List<StandInDelivery>>()).Single().Status.ShouldBe(202);
        var received = await subscriber.NextAsync();
        Encoding.UTF8.GetString(received.Body).ShouldBe("""{"triggerEvent" :  "NEWS" }""");
        received.Headers["X-Cal-Signature-256"].ShouldBe(Convert.ToHexStringLower(HMACSHA256.HashData("s"u8, received.Body)));
    }

    [Fact]
    public async Task Nothing_to_send_is_refused()
    {
        using var answer = await standIn.Http.PostAsJsonAsync("/_stand-in/deliver", new { url = "nowhere" }, Cancellation);

        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.ReadStrictlyAsync<Problem>()).Fields.Keys.ShouldBe(["url", "body"], ignoreOrder: true);
    }
}
