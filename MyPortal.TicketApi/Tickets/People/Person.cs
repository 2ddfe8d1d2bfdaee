namespace MyPortal.TicketApi.Tickets.People;

/// <summary>
/// What this service knows of a person: a copy of what their token, or ProfileApi on assignment, said last. ProfileApi owns the original.
/// </summary>
internal sealed class Person
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public Role Role { get; init; }
    public Guid? CompanyId { get; init; }

    /// <summary>Whether they may read all tickets of their company.</summary>
    public bool SeesCompanyTickets { get; init; }

    /// <summary>The same person as if they asked now, with the rights that their token gave them last.</summary>
    public Caller AsCaller() => new(Id, Name, Email, Role, CompanyId, CompanyName: null, SeesCompanyTickets);
}
