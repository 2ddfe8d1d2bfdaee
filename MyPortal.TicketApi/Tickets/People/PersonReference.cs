namespace MyPortal.TicketApi.Tickets.People;

/// <summary>A person on a ticket: never more than id and name, whoever reads.</summary>
public sealed record PersonReference(Guid Id, string Name);

/// <summary>The company that a ticket belongs to.</summary>
public sealed record CompanyReference(Guid Id, string Name);
