using System.Net;
using System.Text;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Tickets;

/// <summary>Whatever is sent, the answer is a problem that says what is wrong: never a 500.</summary>
public sealed class HostileInputTests(PortalFixture portal)
{
    public static TheoryData<string, string?> BadTickets() => new()
    {
        { "", null },
        { "null", null },
        { "[]", null },
        { "\"text\"", null },
        { "{", null },
        { """{"subject":"a",}""", null },
        { new string('[', 1_000), null },
        { "{}", "subject" },
        { """{"subject":null,"description":null}""", "description" },
        { """{"subject":"","description":"d"}""", "subject" },
        { """{"subject":" \t ","description":"d"}""", "subject" },
        { """{"subject":1,"description":"d"}""", "subject" },
        { """{"subject":{"a":1},"description":"d"}""", "subject" },
        { """{"subject":"\u0000","description":"d"}""", "subject" },
        { """{"subject":"a\nb","description":"d"}""", "subject" },
        { """{"subject":"\ud800","description":"d"}""", "subject" },
        { """{"subject":"a","description":"nul \u0000 inside"}""", "description" },
        { """{"subject":"a","description":"d","priority":"immediate"}""", "priority" },
        { """{"subject":"a","description":"d","priority":3}""", "priority" },
        { $$"""{"subject":"{{new string('x', 201)}}","description":"d"}""", "subject" },
        { $$"""{"subject":"a","description":"{{new string('x', 20_001)}}"}""", "description" },
    };

    [Theory]
    [MemberData(nameof(BadTickets))]
    public async Task A_bad_ticket_is_refused_with_the_field_that_is_wrong(string body, string? field)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var response = await robin.PostAsync("/api/tickets", Json(body), TestContext.Current.CancellationToken);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        if (field is not null)
            problem.Errors![field][0].ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_missing_subject_is_explained_in_words()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var response = await robin.PostAsync("/api/tickets", Json("{}"), TestContext.Current.CancellationToken);

        (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest)).Errors!["subject"][0]
            .ShouldBe("Enter a subject of at most 200 characters.");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"body":" "}""")]
    [InlineData("""{"body":"nul \u0000"}""")]
    [InlineData("""{"body":"b","isInternal":"yes"}""")]
    [InlineData("""{"body":"b","isInternal":null}""")]
    public async Task A_bad_reply_is_refused(string body)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        using var response = await robin.PostAsync($"/api/tickets/{number}/replies", Json(body), TestContext.Current.CancellationToken);

        (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest)).Errors.ShouldNotBeNull();
        (await robin.ReadTicketAsync(number)).Replies.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_longest_texts_in_their_longest_spelling_are_accepted()
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        var subject = string.Concat(Enumerable.Repeat("\\u00e9", 200));
        var description = string.Concat(Enumerable.Repeat("\\ud83c\\udf82", 10_000));
        using var response = await robin.PostAsync("/api/tickets",
            Json($$"""{"subject":"{{subject}}","description":"{{description}}"}"""), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_256_KB_is_too_large(bool lengthKnown)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tickets")
        {
            Content = Json($$"""{"subject":"{{new string('x', 300_000)}}"}"""),
        };
        request.Headers.TransferEncodingChunked = lengthKnown ? null : true;
        // Asks first: whoever is still sending when the refusal comes may find the connection closed instead of the answer.
        request.Headers.ExpectContinue = true;
        using var response = await robin.SendAsync(request, TestContext.Current.CancellationToken);

        await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("scope=everything", "scope")]
    [InlineData("scope=ALL", "scope")]
    [InlineData("status=%00", "status")]
    [InlineData("status=1", "status")]
    [InlineData("assignee=0198c000-0000-7000-8000-00000000b001", "assignee")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=%00%ff", "cursor")]
    [InlineData("cursor=________________________________", "cursor")]
    [InlineData("cursor=CN9KXhGEzEQAwJgBAAAAcIAAAAAAAAP!", "cursor")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=99999999999999999999", null)]
    [InlineData("limit=ten", null)]
    public async Task A_bad_query_is_refused(string query, string? field)
    {
        using var tess = await portal.ClientAsync(Callers.Technician);
        using var response = await tess.GetAsync($"/api/tickets?{query}", TestContext.Current.CancellationToken);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        if (field is not null)
            problem.Errors![field].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("1e3")]
    [InlineData("1001'--")]
    [InlineData("..%2f..%2fetc")]
    public async Task A_number_that_no_ticket_has_is_not_found(string number)
    {
        using var tess = await portal.ClientAsync(Callers.Technician);
        using var response = await tess.GetAsync($"/api/tickets/{number}", TestContext.Current.CancellationToken);

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("assignee", "{}")]
    [InlineData("assignee", """{"userId":"me"}""")]
    [InlineData("assignee", """{"userId":1}""")]
    [InlineData("status", "{}")]
    [InlineData("status", """{"status":"waiting"}""")]
    [InlineData("status", """{"status":0}""")]
    [InlineData("priority", """{"priority":null}""")]
    public async Task A_bad_change_is_refused_and_changes_nothing(string what, string body)
    {
        using var tess = await portal.ClientAsync(Callers.Technician);
        var number = await tess.OpenTicketAsync();
        var version = await tess.ReadVersionAsync(number);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/tickets/{number}/{what}") { Content = Json(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var response = await tess.SendAsync(request, TestContext.Current.CancellationToken);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        (await tess.ReadVersionAsync(number)).ShouldBe(version);
    }

    [Fact]
    public async Task Other_media_types_and_methods_are_refused_as_problems_too()
    {
        using var tess = await portal.ClientAsync(Callers.Technician);
        using var text = await tess.PostAsync("/api/tickets", new StringContent("{}", Encoding.UTF8, "text/plain"), TestContext.Current.CancellationToken);
        await text.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType);
        using var delete = await tess.DeleteAsync("/api/tickets/1001", TestContext.Current.CancellationToken);
        await delete.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
