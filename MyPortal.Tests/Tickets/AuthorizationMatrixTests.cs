using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MyPortal.Tests.Bookings;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Tickets;

/// <summary>Every route × every role × other company, on a ticket that Robin opened.</summary>
public sealed class AuthorizationMatrixTests(PortalFixture portal)
{
    private const string Technician = "0198c000-0000-7000-8000-00000000b002";

    private const string NeverRun =
        """{"name":"Matrix","enabled":false,"trigger":"replied","actions":[{"kind":"set_status","status":"open"}]}""";

    // Columns as in Callers.All: anonymous, requester, company, other customer, other company, technician, administrator.
    private static readonly (string Method, string Route, string? Body, int[] Expected)[] Matrix =
    [
        ("GET", "/api/tickets", null, [401, 200, 200, 200, 200, 200, 200]),
        ("GET", "/api/tickets?scope=mine", null, [401, 200, 200, 200, 200, 200, 200]),
        ("GET", "/api/tickets?scope=company", null, [401, 403, 200, 403, 200, 403, 403]),
        ("GET", "/api/tickets?scope=all", null, [401, 403, 403, 403, 403, 200, 200]),
        ("POST", "/api/tickets", """{"subject":"Matrix","description":"Matrix"}""", [401, 201, 201, 201, 201, 201, 201]),
        ("GET", "/api/tickets/{number}", null, [401, 200, 200, 404, 404, 200, 200]),
        ("GET", "/api/tickets/{number}/replies", null, [401, 200, 200, 404, 404, 200, 200]),
        ("POST", "/api/tickets/{number}/replies", """{"body":"Public"}""", [401, 201, 201, 404, 404, 201, 201]),
        ("POST", "/api/tickets/{number}/replies", """{"body":"Internal","isInternal":true}""", [401, 403, 403, 404, 404, 201, 201]),
        ("PUT", "/api/tickets/{number}/assignee", $$"""{"userId":"{{Technician}}"}""", [401, 403, 403, 404, 404, 200, 200]),
        ("PUT", "/api/tickets/{number}/status", """{"status":"in_progress"}""", [401, 403, 403, 404, 404, 200, 200]),
        ("PUT", "/api/tickets/{number}/priority", """{"priority":"high"}""", [401, 403, 403, 404, 404, 200, 200]),
        ("GET", "/api/tickets/{number}/events", null, [401, 200, 200, 404, 404, 200, 200]),
        ("POST", "/api/tickets/{number}/calls/{id}/ask-to-rebook", null, [401, 404, 404, 404, 404, 404, 404]),
        ("POST", "/webhooks/cal-com/{connection}", "{}", [401, 401, 401, 401, 401, 401, 401]),
        ("GET", "/api/webhooks/deliveries", null, [401, 403, 403, 403, 403, 403, 200]),
        ("GET", "/api/webhooks/deliveries/{id}", null, [401, 403, 403, 403, 403, 403, 404]),
        ("POST", "/api/webhooks/deliveries/{id}/open", null, [401, 403, 403, 403, 403, 403, 404]),
        ("POST", "/api/webhooks/deliveries/{id}/replay", null, [401, 403, 403, 403, 403, 403, 404]),
        ("POST", "/api/webhooks/deliveries/replay-failed", null, [401, 403, 403, 403, 403, 403, 200]),
        ("PUT", "/api/tickets/{number}/watch", null, [401, 204, 204, 404, 404, 204, 204]),
        ("DELETE", "/api/tickets/{number}/watch", null, [401, 204, 204, 404, 404, 204, 204]),
        ("GET", "/api/tickets/{number}/calls/{id}.ics", null, [401, 200, 200, 404, 404, 200, 200]),
        ("GET", "/api/bookings/mine", null, [401, 403, 403, 403, 403, 200, 200]),
        ("GET", "/api/bookings/reminders", null, [401, 200, 200, 200, 200, 200, 200]),
        ("PUT", "/api/bookings/reminders", """{"minutesBefore":[]}""", [401, 200, 200, 200, 200, 200, 200]),
        ("GET", "/api/bookings/feed", null, [401, 403, 403, 403, 403, 200, 200]),
        ("POST", "/api/bookings/feed", null, [401, 403, 403, 403, 403, 201, 201]),
        ("DELETE", "/api/bookings/feed", null, [401, 403, 403, 403, 403, 204, 204]),
        // For whoever has a link with a token of ours, signed in or not.
        ("GET", "/calendars/{token}.ics", null, [404, 404, 404, 404, 404, 404, 404]),
        ("GET", "/unsubscribe/{token}", null, [404, 404, 404, 404, 404, 404, 404]),
        ("POST", "/unsubscribe/{token}", null, [404, 404, 404, 404, 404, 404, 404]),
        // Rules are for administrators, and do not even tell others which there are.
        ("GET", "/api/automation/rules", null, [401, 403, 403, 403, 403, 403, 200]),
        ("POST", "/api/automation/rules", NeverRun, [401, 403, 403, 403, 403, 403, 201]),
        ("PUT", "/api/automation/rules/order", """{"ids":[]}""", [401, 403, 403, 403, 403, 403, 409]),
        ("GET", "/api/automation/rules/{id}", null, [401, 403, 403, 403, 403, 403, 404]),
        ("PUT", "/api/automation/rules/{id}", NeverRun, [401, 403, 403, 403, 403, 403, 404]),
        ("DELETE", "/api/automation/rules/{id}", null, [401, 403, 403, 403, 403, 403, 404]),
        ("PUT", "/api/automation/rules/{id}/enabled", """{"enabled":true}""", [401, 403, 403, 403, 403, 403, 404]),
        ("POST", "/api/automation/rules/{id}/webhook-secret", null, [401, 403, 403, 403, 403, 403, 404]),
        ("POST", "/api/automation/rules/{id}/dry-run", """{"ticketNumber":1001}""", [401, 403, 403, 403, 403, 403, 404]),
        ("GET", "/api/automation/runs", null, [401, 403, 403, 403, 403, 403, 200]),
        ("POST", "/api/automation/actions/{id}/retry", null, [401, 403, 403, 403, 403, 403, 404]),
        ("GET", "/api/automation/vocabulary", null, [401, 403, 403, 403, 403, 403, 200]),
    ];

    public static TheoryData<string, string, string?, string, int> Cases()
    {
        var cases = new TheoryData<string, string, string?, string, int>();
        foreach (var (method, route, body, expected) in Matrix)
        {
            foreach (var (caller, status) in Callers.All.Zip(expected))
                cases.Add(method, route, body, caller, status);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_route_answers_a_caller_as_the_matrix_says(string method, string route, string? body, string caller, int expected)
    {
        using var robin = await portal.ClientAsync(Callers.Requester);
        using var client = await portal.ClientAsync(caller);
        var number = await robin.OpenTicketAsync();
        var version = await robin.ReadVersionAsync(number);

        if (route.EndsWith("{id}.ics", StringComparison.Ordinal))
            route = route.Replace("{id}", $"{(await portal.AddCallAsync(number, TimeSpan.FromDays(1))).Id}", StringComparison.Ordinal);

        // Where an {id} is asked for, there is nothing of that id; what is done with one that there is, is tested elsewhere.
        using var request = new HttpRequestMessage(new HttpMethod(method), route.Replace("{number}", $"{number}", StringComparison.Ordinal)
            .Replace("{id}", $"{Guid.NewGuid()}", StringComparison.Ordinal).Replace("{connection}", "unknown", StringComparison.Ordinal));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (method is "PUT")
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        if (expected < 400 && route.EndsWith("/events", StringComparison.Ordinal))
        {
            // Its body does not end.
            ((int)response.StatusCode).ShouldBe(expected);
            return;
        }
        if (expected < 400)
        {
            ((int)response.StatusCode).ShouldBe(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            return;
        }
        await response.ShouldBeProblemAsync((HttpStatusCode)expected);
        (await robin.ReadVersionAsync(number)).ShouldBe(version, "a refused call changed the ticket");
    }

    [Fact]
    public async Task The_matrix_knows_every_route_there_is()
    {
        using var client = portal.CreateClient("ticketapi");
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;

        // A caller's own connection has a matrix of its own: Connections/ConnectionEndpointTests.
        var documented = document["paths"]!.AsObject()
            .Where(path => !path.Key.StartsWith("/api/bookings/connection", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));

        Matrix.Select(row => $"{row.Method} {row.Route.Split('?')[0]}").Distinct().ShouldBe(documented, ignoreOrder: true);
    }

    [Theory]
    [InlineData("not.a.token")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiIwMTk4YzAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMGQwMDEiLCJyb2xlIjoiYWRtaW5pc3RyYXRvciIsIm5hbWUiOiJBIn0.")]
    public async Task A_token_that_ProfileApi_did_not_sign_opens_nothing(string token)
    {
        using var client = portal.CreateClient("ticketapi");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/tickets");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Headers_that_claim_an_identity_are_ignored()
    {
        using var quinn = await portal.ClientAsync(Callers.OtherCustomer);
        using var robin = await portal.ClientAsync(Callers.Requester);
        var number = await robin.OpenTicketAsync();
        foreach (var header in new[] { "X-User-Id", "X-Forwarded-User", "X-Role", "Sub", "Role" })
            quinn.DefaultRequestHeaders.TryAddWithoutValidation(header, "administrator");

        using var response = await quinn.GetAsync($"/api/tickets/{number}", TestContext.Current.CancellationToken);

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }
}
