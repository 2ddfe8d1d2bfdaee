using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;
using MyPortal.TicketApi.Tickets.Timeline;
using MyPortal.TicketApi.Tickets.Watchers;

namespace MyPortal.TicketApi.Tickets;

internal sealed class Ticket
{
    public Guid Id { get; init; }

    /// <summary>What people call the ticket: from a sequence that starts at 1001. Never reused, gaps are normal.</summary>
    public long Number { get; init; }

    public required string Subject { get; init; }
    public required string Description { get; init; }
    public TicketStatus Status { get; private set; }
    public TicketPriority Priority { get; private set; } = TicketPriority.Normal;

    /// <summary>Computed by the database from <see cref="Status"/>, so that open tickets have indexes of their own.</summary>
    public bool IsOpen { get; private set; }

    public Guid RequesterId { get; init; }
    public Person Requester { get; init; } = null!;
    public Guid? CompanyId { get; init; }
    public Company? Company { get; init; }
    public Guid? AssignedUserId { get; private set; }
    public Person? Assignee { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Last change that every reader may see. Internal notes leave it alone: otherwise the order of a customer's list would tell of them.
    /// </summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>PostgreSQL's <c>xmin</c>: changes with every update of the row.</summary>
    public uint Version { get; private set; }

    public List<Reply> Replies { get; } = [];
    public List<TimelineEntry> Timeline { get; } = [];
    public List<TicketWatcher> Watchers { get; } = [];

    /// <param name="id">A new one when left out.</param>
    /// <param name="number">The next of the sequence when left out.</param>
    public static Ticket Open(
        Caller requester, string subject, string description, TicketPriority priority, DateTimeOffset now, Guid? id = null, long number = 0)
    {
        var ticket = new Ticket
        {
            Id = id ?? Guid.CreateVersion7(now),
            Number = number,
            Subject = subject,
            Description = description,
            Priority = priority,
            RequesterId = requester.Id,
            CompanyId = requester.CompanyId,
            CreatedAt = now,
            UpdatedAt = now,
        };
        ticket.Note(TimelineKind.Created, requester.Id, now, from: null, to: null);
        ticket.AddWatcher(requester.Id, now);
        return ticket;
    }

    public void AddWatcher(Guid personId, DateTimeOffset since) =>
        Watchers.Add(new TicketWatcher { TicketId = Id, PersonId = personId, Since = since });

    public Reply Add(string body, bool isInternal, Caller author, DateTimeOffset now)
    {
        var reply = new Reply
        {
            Id = Guid.CreateVersion7(now),
            TicketId = Id,
            AuthorId = author.Id,
            AuthorRole = author.Role,
            Body = body,
            IsInternal = isInternal,
            CreatedAt = now,
        };
        Replies.Add(reply);
        if (isInternal)
            return reply;

        if (author.Role is Role.Customer)
            ChangeStatus(Status.AfterCustomerReply(), author.Id, now);
        Touch(now);
        return reply;
    }

    public void ChangeStatus(TicketStatus status, Guid? actorId, DateTimeOffset now)
    {
        if (status == Status)
            return;
        Note(TimelineKind.StatusChanged, actorId, now, SnakeCase.Name(Status), SnakeCase.Name(status));
        Status = status;
    }

    public void ChangePriority(TicketPriority priority, Guid? actorId, DateTimeOffset now)
    {
        if (priority == Priority)
            return;
        Note(TimelineKind.PriorityChanged, actorId, now, SnakeCase.Name(Priority), SnakeCase.Name(priority));
        Priority = priority;
    }

    /// <param name="assignee">Nobody when null. The names are kept in the timeline, as they were at the time.</param>
    /// <param name="formerName">Name of the present assignee, if there is one.</param>
    public void Assign(PersonReference? assignee, string? formerName, Guid? actorId, DateTimeOffset now)
    {
        if (assignee?.Id == AssignedUserId)
            return;
        Note(assignee is null ? TimelineKind.Unassigned : TimelineKind.Assigned, actorId, now, formerName, assignee?.Name);
        AssignedUserId = assignee?.Id;
    }

    // Clocks of replicas differ a little; activity never moves a ticket back.
    private void Touch(DateTimeOffset now) => UpdatedAt = now > UpdatedAt ? now : UpdatedAt;

    private void Note(TimelineKind kind, Guid? actorId, DateTimeOffset at, string? from, string? to)
    {
        Timeline.Add(new TimelineEntry { Id = Guid.CreateVersion7(at), TicketId = Id, Kind = kind, ActorId = actorId, At = at, From = from, To = to });
        Touch(at);
    }
}
