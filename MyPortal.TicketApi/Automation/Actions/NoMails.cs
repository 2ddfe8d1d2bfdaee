namespace MyPortal.TicketApi.Automation.Actions;

/// <summary>Where no mail can be sent, the run log says so.</summary>
internal sealed class NoMails : IRuleMails
{
    public Task<string?> AddAsync(RuleMail mail, CancellationToken cancellationToken) =>
        throw new ActionRefusedException("This portal sends no mail.");
}
