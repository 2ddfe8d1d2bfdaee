using Microsoft.AspNetCore.Mvc;

namespace MyPortal.Web.Pages.Profile;

public sealed partial class IndexModel
{
    public ReminderSection Reminders { get; } = new();

    public async Task<IActionResult> OnPostRemindersAsync(int[] minutesBefore, CancellationToken cancellationToken)
    {
        int[] chosen = [.. ReminderSection.Times.Select(time => time.Minutes).Intersect(minutesBefore)];
        if (await TryAsync(calls.ChooseRemindersAsync(chosen, cancellationToken), refusal => Reminders.Problem = refusal.Sentence) is not null)
        {
            Saved = chosen.Length == 0 ? "You get no reminders of calls." : "Your reminders are saved.";
            return RedirectToPage();
        }
        await LoadAsync(cancellationToken);
        Reminders.Chosen = chosen;
        return Page();
    }
}
