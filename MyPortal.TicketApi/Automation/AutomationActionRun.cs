using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Infrastructure;

namespace MyPortal.TicketApi.Automation;

/// <summary>One action of one run: what was to be done, as the rule said at that time, and how it went.</summary>
internal sealed class AutomationActionRun
{
    public const int NoteLength = 500;

    public Guid Id { get; init; }
    public Guid RunId { get; init; }
    public AutomationRun Run { get; init; } = null!;
    public int Index { get; init; }
    public required RuleAction Action { get; init; }
    public ActionState State { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>What went wrong last, or a remark on how it was done; without any text of tickets.</summary>
    public string? Note { get; private set; }

    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? NextAttemptAt { get; private set; }

    public bool IsOver => State is ActionState.Done or ActionState.Failed;

    public void Succeed(string? note, DateTimeOffset now) => Set(ActionState.Done, note, now, next: null);

    /// <param name="isFinal">Trying again could not help.</param>
    public void Fail(string error, bool isFinal, DateTimeOffset now)
    {
        if (isFinal || Attempts >= Backoff.RetryDelays.Count)
            Set(ActionState.Failed, error, now, next: null);
        else
            Set(ActionState.Retrying, error, now, now + Backoff.RetryDelays[Attempts]);
    }

    /// <summary>One more attempt, now, at what has failed for good. It is the last again once the retry delays are used up.</summary>
    public void TryAgain(DateTimeOffset now)
    {
        State = ActionState.Retrying;
        UpdatedAt = now;
        NextAttemptAt = now;
    }

    private void Set(ActionState state, string? note, DateTimeOffset now, DateTimeOffset? next)
    {
        State = state;
        Attempts++;
        Note = note?.ShortenTo(NoteLength);
        UpdatedAt = now;
        NextAttemptAt = next;
    }
}
