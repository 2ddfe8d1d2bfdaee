using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.Calls;

/// <summary>Shows calls to people: who may see which links, and what comes first.</summary>
internal sealed class CallItems(CallLinks links, TimeProvider clock)
{
    /// <summary>So many of a ticket's calls are read, those that end last first: all that are ahead, and the latest of those behind.</summary>
    public const int Read = 25;

    private const int Past = 10;

    /// <summary>What is ahead, soonest first; then the latest ten of the rest, latest first.</summary>
    public List<CallItem> InOrder(IReadOnlyCollection<Call> calls, Caller reader, Guid requesterId, Guid? assigneeId)
    {
        var now = clock.GetUtcNow();
        var ahead = calls.Where(call => call.IsAhead(now)).OrderBy(call => call.Start).ThenBy(call => call.Id);
        var behind = calls.Where(call => !call.IsAhead(now)).OrderByDescending(call => call.Start).ThenBy(call => call.Id);
        return [.. ahead.Concat(behind.Take(Past)).Select(call => Show(call, reader, requesterId, assigneeId))];
    }

    public CallItem Show(Call call, Caller reader, Guid requesterId, Guid? assigneeId)
    {
        var ahead = call.IsAhead(clock.GetUtcNow());
        var mayAct = ahead && (reader.IsStaff || reader.Id == requesterId
            || string.Equals(reader.Email, call.Details.AttendeeEmail, StringComparison.OrdinalIgnoreCase));
        return new CallItem(call.Id, call.Status, call.Start, call.End, call.Details.Title,
            new CallOrganizer(call.TechnicianId, call.Details.OrganizerName, call.Details.OrganizerTimeZone),
            new CallAttendee(call.Details.AttendeeName, call.Details.AttendeeTimeZone),
            mayAct ? links.Join(call) : null,
            mayAct ? links.Reschedule(call) : null,
            mayAct ? links.Cancel(call) : null,
            ahead,
            WithPreviousTechnician: ahead && assigneeId is not null && assigneeId != call.TechnicianId);
    }
}
