using System.Net;
using System.Net.Http.Json;
using MyPortal.Tests.Fixtures;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.Automation;

/// <summary>What tests of rules do again and again. Each rule looks at one test's own tickets only, so that no test meets another's rules.</summary>
internal static class RuleCalls
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A subject that no other test's rules look at.</summary>
    public static string NewMark() => $"mark-{Guid.NewGuid():n}";

    /// <summary>A condition that holds for the tickets with this mark in their subject.</summary>
    public static object Marked(string mark) => new { field = "ticket.subject", @operator = "contains", value = mark };

    public static async Task<SavedRule> AddRuleAsync(this HttpClient administrator, string mark, string trigger, object[] actions, params object[] conditions)
    {
        using var response = await administrator.PostAsJsonAsync("/api/automation/rules",
            new { name = $"Rule of a test {mark[..13]}", trigger, conditions = (object[])[Marked(mark), .. conditions], actions }, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Stop));
        return await response.ReadStrictlyAsync<SavedRule>();
    }

    public static Guid RuleId(this SavedRule saved) => saved.Rule.Id;

    public static async Task DeleteRuleAsync(this HttpClient administrator, SavedRule saved) =>
        (await administrator.DeleteAsync($"/api/automation/rules/{saved.RuleId()}", Stop)).Dispose();

    public static async Task<IReadOnlyList<Run>> RunsAsync(this HttpClient administrator, SavedRule saved, long ticket) =>
        (await administrator.ReadStrictlyAsync<RunPage>($"/api/automation/runs?rule={saved.RuleId()}&ticket={ticket}")).Items;

    /// <summary>The rule's runs on the ticket, newest first, as soon as they are as wanted.</summary>
    public static Task<IReadOnlyList<Run>> RunsAsync(
        this HttpClient administrator, SavedRule saved, long ticket, Func<IReadOnlyList<Run>, bool> areAsWanted) =>
        Eventually.GetAsync(() => administrator.RunsAsync(saved, ticket), areAsWanted);

    /// <summary>The rule's only run on the ticket, when all of its actions are over.</summary>
    public static async Task<Run> OnlyRunAsync(this HttpClient administrator, SavedRule saved, long ticket) =>
        (await administrator.RunsAsync(saved, ticket, runs => runs.Count > 0 && runs.All(IsOver))).ShouldHaveSingleItem();

    public static bool IsOver(this Run run) => run.States().All(state => state is "done" or "failed");

    public static string[] States(this Run run) => [.. run.Actions.Select(action => action.State)];

    /// <summary>Raises an event of a call, as a calendar's report would.</summary>
    public static async Task RaiseAsync(this PortalFixture portal, long ticketNumber, string kind, Guid? id = null, object? call = null)
    {
        using var ticketApi = portal.CreateClient("ticketapi");
        using var response = await ticketApi.PostAsJsonAsync("/dev/ticket-events", new { ticketNumber, kind, id = id ?? Guid.NewGuid(), call }, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    public static object Call(Guid? bookingId = null) => new
    {
        bookingId = bookingId ?? Guid.NewGuid(),
        uid = "uid-of-a-test",
        start = new DateTimeOffset(2026, 12, 1, 15, 0, 0, TimeSpan.Zero),
        end = new DateTimeOffset(2026, 12, 1, 15, 30, 0, TimeSpan.Zero),
        sequence = 0,
    };
}
