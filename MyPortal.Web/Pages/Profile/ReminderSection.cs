namespace MyPortal.Web.Pages.Profile;

/// <summary>The part of My Profile about reminders of calls.</summary>
public sealed class ReminderSection
{
    public static readonly IReadOnlyList<(int Minutes, string Label)> Times = [(1440, "1 day before"), (60, "1 hour before"), (15, "15 minutes before")];

    /// <summary>Null while TicketApi cannot be asked.</summary>
    public IReadOnlyList<int>? Chosen { get; set; }

    public string? Problem { get; set; }
}
