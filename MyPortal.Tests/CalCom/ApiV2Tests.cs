using System.Net;
using System.Text.Json;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

/// <summary>Who may ask API v2, how often, and for the host's webhooks.</summary>
public sealed class ApiV2Tests(StandInFixture standIn) : IClassFixture<StandInFixture>
{
    private static readonly string[] CreatedAndCancelled = ["BOOKING_CREATED", "BOOKING_CANCELLED"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly StandInHost _host = new(standIn.Http);

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer cal_live_somebody")]
    [InlineData("Bearer cal_stand_in_")]
    [InlineData("cal_stand_in_tess")]
    [InlineData("Basic cal_stand_in_tess")]
    public async Task Without_a_key_of_the_stand_in_nothing_is_told(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v2/bookings");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.Add("cal-api-version", "2026-05-01");

        using var answer = await standIn.Http.SendAsync(request, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.ReadStrictlyAsync<ApiRefusal>()).Status.ShouldBe("error");
    }

    [Theory]
    [InlineData("/v2/webhooks", null)]
    [InlineData("/v2/webhooks", "2020-01-01")]
    [InlineData("/v2/bookings", "2024-08-13")]
    [InlineData("/v2/bookings/uid", "2026-05-01")]
    public async Task A_request_must_name_the_version_of_what_it_asks_for(string path, string? version)
    {
        using var api = new StandInApi(standIn.Http, _host.User);

        using var answer = await api.SendAsync(HttpMethod.Get, path, version, null);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.ReadStrictlyAsync<ApiRefusal>()).Error.Message.ShouldContain("cal-api-version");
    }

    [Fact]
    public async Task A_key_is_told_what_is_left_of_the_minute()
    {
        using var api = new StandInApi(standIn.Http, _host.User);

        using var answer = await api.SendAsync(HttpMethod.Get, "/v2/webhooks");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("X-RateLimit-Limit-Default").ShouldBe(["120"]);
        answer.Headers.GetValues("X-RateLimit-Remaining-Default").ShouldBe(["119"]);
        int.Parse(answer.Headers.GetValues("X-RateLimit-Reset-Default").Single(), null).ShouldBeInRange(1, 60);
    }

    [Fact]
    public async Task Beyond_the_limit_a_key_is_told_to_wait_and_others_are_not()
    {
        await _host.SwitchAsync(new { apiRequestsPerMinute = 2 });
        using var api = new StandInApi(standIn.Http, _host.User);
        using var first = await api.SendAsync(HttpMethod.Get, "/v2/webhooks");
        using var second = await api.SendAsync(HttpMethod.Get, "/v2/webhooks");

        using var third = await api.SendAsync(HttpMethod.Get, "/v2/webhooks");

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.GetValues("X-RateLimit-Remaining-Default").ShouldBe(["0"]);
        third.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        using var other = new StandInApi(standIn.Http, new StandInHost(standIn.Http).User);
        using var answer = await other.SendAsync(HttpMethod.Get, "/v2/webhooks");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_webhook_set_up_by_the_API_is_told_of_bookings_with_the_secret_it_has_then()
    {
        await using var subscriber = await Subscriber.StartAsync();
        using var api = new StandInApi(standIn.Http, _host.User);
        var created = await api.DataAsync<ApiWebhook>(HttpMethod.Post, "/v2/webhooks", new
        {
            active = true,
            subscriberUrl = subscriber.Url,
            triggers = CreatedAndCancelled,
            secret = "first",
        });
        (await api.DataAsync<List<ApiWebhook>>(HttpMethod.Get, "/v2/webhooks")).Count.ShouldBe(1);

        var uid = await _host.BookedUidAsync();
        var before = (await subscriber.NextAsync()).Headers["X-Cal-Signature-256"];
        (await api.DataAsync<ApiWebhook>(HttpMethod.Patch, $"/v2/webhooks/{created.Id}", new { secret = "" })).Triggers.Count.ShouldBe(2);
        await _host.DoAsync(uid, "cancel");
        (await subscriber.NextAsync()).Headers["X-Cal-Signature-256"].ShouldBe("no-secret-provided");
        before.Length.ShouldBe(64);

        await api.DataAsync<ApiWebhook>(HttpMethod.Delete, $"/v2/webhooks/{created.Id}");
        (await api.DataAsync<List<ApiWebhook>>(HttpMethod.Get, "/v2/webhooks")).Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_webhook_of_somebody_else_is_not_found()
    {
        var id = await _host.SubscribeAsync("http://localhost:1/hook");
        using var other = new StandInApi(standIn.Http, new StandInHost(standIn.Http).User);

        foreach (var method in (HttpMethod[])[HttpMethod.Patch, HttpMethod.Delete])
        {
            using var answer = await other.SendAsync(method, $"/v2/webhooks/{id}", new { active = false });
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_second_webhook_for_the_same_URL_is_a_conflict()
    {
        await _host.SubscribeAsync("http://localhost:1/hook");
        using var api = new StandInApi(standIn.Http, _host.User);

        using var answer = await api.SendAsync(
            HttpMethod.Post, "/v2/webhooks", new { active = true, subscriberUrl = "http://localhost:1/hook", triggers = CreatedAndCancelled });

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("""{ "subscriberUrl": "http://localhost/x", "triggers": ["BOOKING_CREATED"] }""", "active")]
    [InlineData("""{ "active": true, "triggers": ["BOOKING_CREATED"] }""", "subscriberUrl")]
    [InlineData("""{ "active": true, "subscriberUrl": "file:///x", "triggers": ["BOOKING_CREATED"] }""", "subscriberUrl")]
    [InlineData("""{ "active": true, "subscriberUrl": "http://localhost/x" }""", "triggers")]
    [InlineData("""{ "active": true, "subscriberUrl": "http://localhost/x", "triggers": ["BOOKING_CONFIRMED"] }""", "triggers")]
    [InlineData("""{ "active": true, "subscriberUrl": "http://localhost/x", "triggers": [], "payloadTemplate": "{}" }""", "payloadTemplate")]
    public async Task A_webhook_that_cannot_be_is_refused_and_the_message_names_the_field(string webhook, string field)
    {
        using var api = new StandInApi(standIn.Http, _host.User);

        using var answer = await api.SendAsync(HttpMethod.Post, "/v2/webhooks", JsonDocument.Parse(webhook).RootElement);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.ReadStrictlyAsync<ApiRefusal>()).Error.Message.ShouldContain(field);
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_an_error_in_JSON()
    {
        using var api = new StandInApi(standIn.Http, _host.User);

        using var answer = await api.SendAsync(HttpMethod.Get, "/v2/slots");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }
}
