using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.Events;
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
    public TicketPriority Priority { get; private set; }

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

    /// <summary>
    /// What has happened to the ticket and nobody has been told of yet. <see cref="TicketOutbox.SaveAsync"/> does that together with saving the
    /// change, and clears it; the database knows nothing of it.
    /// </summary>
    public List<TicketEvent> Events { get; } = [];

    /// <param name="requester">Whose ticket it is.</param>
    /// <param name="request">What they ask for. White space around its texts is dropped.</param>
    /// <param name="now">When, in UTC.</param>
    /// <param name="id">A new one when left out.</param>
    /// <param name="number">The next of the sequence when left out.</param>
    public static Ticket Open(Caller requester, NewTicket request, DateTimeOffset now, Guid? id = null, long number = 0)
    {
        var ticket = new Ticket
        {
            Id = id ?? Guid.CreateVersion7(now),
            Number = number,
            Subject = request.Subject.Trim(),
            Description = request.Description.Trim(),
            Priority = request.Priority ?? TicketPriority.Normal,
            RequesterId = requester.Id,
            CompanyId = requester.CompanyId,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var opening = new Change(requester.Id, now);
        ticket.Note(TimelineKind.Created, opening, from: null, to: null);
        ticket.Raise(TicketEventKind.TicketCreated, opening);
        ticket.AddWatcher(requester.Id, now);
        return ticket;
    }

    public void AddWatcher(Guid personId, DateTimeOffset since) =>
        Watchers.Add(new TicketWatcher { TicketId = Id, PersonId = personId, Since = since });

    /// <summary>
    /// Adds a reply, or a note for staff. A customer's reply takes the ticket up again. The ticket must be locked (<see cref="TicketLock"/>), so
    /// that replies at once queue up and none of them misses a change of status; <see cref="Replying"/> is the way to reply.
    /// </summary>
    public Reply Reply(string body, bool isInternal, Caller author, Change change)
    {
        var reply = new Reply
        {
            Id = Guid.CreateVersion7(change.At),
            TicketId = Id,
            AuthorId = author.Id,
            AuthorRole = author.Role,
            Body = body,
            IsInternal = isInternal,
            CreatedAt = change.At,
        };
        Replies.Add(reply);
        Raise(TicketEventKind.Replied, change);
        if (isInternal)
            return reply;

        if (author.Role is Role.Customer)
            ChangeStatus(Status.AfterCustomerReply(), change);
        Touch(change.At);
        return reply;
    }

    /// <summary>False when it stands there already.</summary>
    public bool ChangeStatus(TicketStatus status, Change change)
    {
        if (status == Status)
            return false;
        Note(TimelineKind.StatusChanged, change, SnakeCase.Name(Status), SnakeCase.Name(status));
        Raise(TicketEventKind.StatusChanged, change);
        Status = status;
        return true;
    }

    /// <summary>False when it has that priority already.</summary>
    public bool ChangePriority(TicketPriority priority, Change change)
    {
        if (priority == Priority)
            return false;
        Note(TimelineKind.PriorityChanged, change, SnakeCase.Name(Priority), SnakeCase.Name(priority));
        Priority = priority;
        return true;
    }

    /// <param name="assignee">Nobody when null. The names are kept in the timeline, as they were at the time.</param>
    /// <param name="formerName">Name of the present assignee, if there is one.</param>
    /// <param name="change">Who gives it to them.</param>
    /// <returns>False when they have it already.</returns>
    public bool Assign(PersonReference? assignee, string? formerName, Change change)
    {
        if (assignee?.Id == AssignedUserId)
            return false;
        Note(assignee is null ? TimelineKind.Unassigned : TimelineKind.Assigned, change, formerName, assignee?.Name);
        Raise(TicketEventKind.Assigned, change);
        AssignedUserId = assignee?.Id;
        return true;
    }

    // Clocks of replicas differ a little; activity never moves a ticket back.
    private void Touch(DateTimeOffset now) => UpdatedAt = now > UpdatedAt ? now : UpdatedAt;

    private void Note(TimelineKind kind, Change change, string? from, string? to)
    {
        Timeline.Add(new TimelineEntry
        {
            Id = Guid.CreateVersion7(change.At),
            TicketId = Id,
            Kind = kind,
            ActorId = change.ActorId,
            At = change.At,
            From = from,
            To = to,
        });
        Touch(change.At);
    }

    private void Raise(TicketEventKind kind, Change change) =>
        Events.Add(new TicketEvent(Guid.CreateVersion7(change.At), kind, Id, change.At, change.ActorId, Call: null, change.CausedByRules));
}
