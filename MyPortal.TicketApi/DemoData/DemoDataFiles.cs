using System.Text.Json;
using System.Text.Json.Serialization;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.DemoData;

/// <summary>The part of <c>DemoData/people.json</c> that this service copies; the same file fills ProfileApi.</summary>
internal sealed record DemoPeople(IReadOnlyList<DemoPeople.DemoCompany> Companies, IReadOnlyList<DemoPeople.DemoPerson> People)
{
    internal sealed record DemoCompany(Guid Id, string Name);

    internal sealed record DemoPerson(Guid Id, string Name, string Email, Role Role, string? Company, bool SeesCompanyTickets = false);
}

/// <summary>One ticket of <c>DemoData/tickets.json</c>. Hours count back from the moment of seeding; people are named by e-mail address.</summary>
internal sealed record DemoTicket(
    string Subject,
    string Description,
    string Requester,
    TicketPriority Priority,
    TicketStatus Status,
    string? Assignee,
    double OpenedHoursAgo,
    IReadOnlyList<DemoTicket.DemoReply> Replies,
    IReadOnlyList<string>? Watchers = null)
{
    internal sealed record DemoReply(string Author, double HoursAgo, string Body, bool Internal = false);
}

internal static class DemoDataFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static Task<DemoPeople> PeopleAsync(CancellationToken cancellationToken) =>
        ReadAsync<DemoPeople>("people.json", cancellationToken);

    public static Task<List<DemoTicket>> TicketsAsync(CancellationToken cancellationToken) =>
        ReadAsync<List<DemoTicket>>("tickets.json", cancellationToken);

    private static async Task<T> ReadAsync<T>(string name, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "DemoData", name));
        return (await JsonSerializer.DeserializeAsync<T>(file, Options, cancellationToken))!;
    }
}
