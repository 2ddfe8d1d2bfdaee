namespace MyPortal.TicketApi.Tickets.People;

/// <summary>A customer's company, as the token of one of its people said last.</summary>
internal sealed class Company
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
}
