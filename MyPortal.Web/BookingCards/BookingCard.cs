using MyPortal.Web.Clients;

namespace MyPortal.Web.BookingCards;

/// <summary>
/// The Book a Call card of one ticket for one reader. It is <see cref="CardState.Shown"/> only if the ticket has an assignee and that
/// assignee's booking link is not empty (the specification's only two conditions).
/// </summary>
public sealed record BookingCard(CardState State, string? Reason = null)
{
    public string TechnicianEmail { get; init; } = "";

    public string TechnicianName { get; init; } = "";

    public BookingLink? Link { get; init; }

    /// <summary>True for the assignee, whom the card tells that this is what the customer sees.</summary>
    public bool IsReadersOwn { get; init; }

    /// <summary>True when a call is ahead already, so that this would be another one.</summary>
    public bool IsAnother { get; init; }

    /// <summary>What the booking form is filled with, if the link is one of Cal.com's.</summary>
    public Prefill? Prefill { get; init; }

    /// <summary>Where the button leads when scripts are off or blocked: the same calendar, with the same prefill.</summary>
    public string Href => Link is null ? "" : Prefill is null ? Link.Url : Prefill.AppendTo(Link.Url);

    /// <summary>Present when the calendar opens inside the page.</summary>
    public Embed? Embed => State is CardState.Shown && Link?.Appearance == "embedded" ? Link.Embed : null;
}

/// <summary>Whether the card stands on the page; a degraded one is replaced by a quiet note.</summary>
public enum CardState
{
    Hidden,
    Shown,
    Degraded,
}
