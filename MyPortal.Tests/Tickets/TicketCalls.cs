using System.Net;
using System.Net.Http.Json;
using MyPortal.Tests.Fixtures;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Tickets;

/// <summary>The few calls that most tests make, as a client without any library would make them.</summary>
internal static class TicketCalls
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens a ticket and gives its number.</summary>
    public static async Task<long> OpenTicketAsync(this HttpClient caller, string subject = "A ticket of a test")
    {
        using var response = await caller.PostAsJsonAsync("/api/tickets", new { subject, description = "Written by a test." }, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await response.ReadStrictlyAsync<TicketDetail>()).Number;
    }

    public static Task<TicketDetail> ReadTicketAsync(this HttpClient caller, long number) =>
        caller.ReadStrictlyAsync<TicketDetail>($"/api/tickets/{number}");

    /// <summary>For comparing whole answers, and for what must not be in one.</summary>
    public static Task<string> ReadTicketTextAsync(this HttpClient caller, long number) => caller.GetStringAsync($"/api/tickets/{number}", Stop);

    public static async Task<string> ReadVersionAsync(this HttpClient caller, long number) =>
        (await caller.ReadTicketAsync(number)).Version;

    public static Task<HttpResponseMessage> ReplyAsync(this HttpClient caller, long number, string body, bool isInternal = false) =>
        caller.PostAsJsonAsync($"/api/tickets/{number}/replies", new { body, isInternal }, Stop);

    /// <summary>Changes the ticket as it is now.</summary>
    public static async Task<HttpResponseMessage> ChangeAsync(this HttpClient caller, long number, string what, object body) =>
        await caller.ChangeAsync(number, what, body, $"\"{await caller.ReadVersionAsync(number)}\"");

    /// <summary>Sends <paramref name="ifMatch"/> as it is, or no such header when null.</summary>
    public static async Task<HttpResponseMessage> ChangeAsync(this HttpClient caller, long number, string what, object body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/tickets/{number}/{what}") { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await caller.SendAsync(request, Stop);
    }

    /// <summary>Every refusal is a problem that says something.</summary>
    public static async Task<Problem> ShouldBeProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(Stop);
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = StrictJson.Read<Problem>(text);
        problem.Status.ShouldBe((int)status);
        problem.Detail.ShouldNotBeNullOrWhiteSpace();
        return problem;
    }
}
