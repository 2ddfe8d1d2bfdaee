using Aspire.Hosting.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyPortal.Tests.Fixtures;
using MyPortal.TicketApi.Automation;
using MyPortal.TicketApi.Automation.Outgoing;
using MyPortal.TicketApi.Calls;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Mail;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.Events;
using Wolverine;

namespace MyPortal.Tests.Mail;

/// <summary>
/// A small replica of TicketApi inside the test, on the portal's own database and mail server: it raises events as the processing of a
/// webhook does. Either replica handles them.
/// </summary>
internal sealed class MailLab : IAsyncDisposable
{
    private readonly WebApplication _replica;

    private MailLab(WebApplication replica, Mailbox mailbox) => (_replica, Mailbox) = (replica, mailbox);

    public Mailbox Mailbox { get; }

    public static async Task<MailLab> StartAsync(RunningPortal portal)
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production", ApplicationName = "MyPortal.TicketApi" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:ticketdb"] = await portal.App.GetConnectionStringAsync("ticketdb", ct),
            ["ConnectionStrings:mail"] = await portal.App.GetConnectionStringAsync("mail", ct),
            ["Portal:PublicUrl"] = portal.Address("web").GetLeftPart(UriPartial.Authority),
            ["urls"] = "http://127.0.0.1:0",
        });
        builder.Logging.ClearProviders();
        builder.AddInfrastructure();
        builder.AddData();
        // What falls due is left to the portal's own replica: other tests look for traces of it, and none come from here.
        builder.Services.ConfigureWolverine(options =>
            options.Durability.ScheduledJobFirstExecution = options.Durability.ScheduledJobPollingTime = TimeSpan.FromDays(1));
        builder.AddTickets();
        builder.AddCalls();
        builder.AddMail();
        builder.AddAutomation();
        // What this replica takes over of rules, it does as the portal's own would.
        builder.Services.AddSingleton(new OutgoingAddresses(AllowLoopback: true));
        var replica = builder.Build();
        await replica.StartAsync(ct);
        return new MailLab(replica, new Mailbox(portal.Address("mail")));
    }

    /// <summary>Tells of the call as it is in the database. Gives the event, to be told again.</summary>
    public async Task<TicketEvent> RaiseAsync(
        TicketEventKind kind, Call booking, DateTimeOffset? previousStart = null, string? reason = null)
    {
        var now = DateTimeOffset.UtcNow;
        var e = new TicketEvent(Guid.CreateVersion7(now), kind, booking.TicketId, now, null,
            new EventCall(booking.Id, booking.HeadUid, booking.Start, booking.End, previousStart, booking.Sequence, reason), []);
        await RaiseAsync(e);
        return e;
    }

    public Task RaiseAsync(TicketEvent e) => SaveAsync(outbox =>
    {
        outbox.Raise(e);
        return ValueTask.CompletedTask;
    });

    /// <summary>Sends a rule's message to the watchers and to an address, as an action of the automation does.</summary>
    public async Task TellAsync(Guid ticketId, Guid run, string address, string subject, string text)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scope = _replica.Services.CreateAsyncScope();
        var mail = scope.ServiceProvider.GetRequiredService<RuleMail>();
        await mail.TellWatchersAsync(ticketId, run, subject, text, ct);
        await mail.TellAddressAsync(ticketId, run, address, subject, text, ct);
        await scope.ServiceProvider.GetRequiredService<TicketOutbox>().SaveAsync(ct);
    }

    public Task SendAsync(object message) => SaveAsync(outbox => outbox.SendAsync(message));

    /// <summary>Handles the message to send this mail, here and now.</summary>
    public async Task DeliverAsync(Guid notification)
    {
        await using var scope = _replica.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<MailDelivery>(scope.ServiceProvider).HandleAsync(new SendMail(notification), TestContext.Current.CancellationToken);
    }

    /// <summary>Changes the call as the processing of a webhook would.</summary>
    public async Task<Call> ChangeAsync(Call booking, Action<Call> change)
    {
        await using var scope = _replica.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TicketDbContext>();
        var found = await db.Calls.SingleAsync(other => other.Id == booking.Id, TestContext.Current.CancellationToken);
        change(found);
        found.Sequence++;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return found;
    }

    /// <summary>What became of the notifications with this cause, by person, once all so many are settled.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OutcomesAsync(Func<IQueryable<Notification>, IQueryable<Notification>> which, int count)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scope = _replica.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TicketDbContext>();
        var found = await Eventually.GetAsync(
            () => which(db.Notifications.AsNoTracking()).ToListAsync(ct), all => all.Count >= count && all.All(one => one.SettledAt is not null));
        found.Count.ShouldBe(count);
        return found.ToDictionary(one => one.PersonId!.Value, one => one.Outcome!);
    }

    public async Task<T> ReadAsync<T>(Func<TicketDbContext, Task<T>> read)
    {
        await using var scope = _replica.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TicketDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        Mailbox.Dispose();
        await _replica.StopAsync(CancellationToken.None);
        await _replica.DisposeAsync();
    }

    private async Task SaveAsync(Func<TicketOutbox, ValueTask> send)
    {
        await using var scope = _replica.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<TicketOutbox>();
        await send(outbox);
        await outbox.SaveAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>One lab for a class of tests, beside the portal that all share.</summary>
public sealed class SharedMailLab(PortalFixture portal) : IAsyncLifetime
{
    private MailLab? _lab;

    internal MailLab Lab => _lab ?? throw portal.NotStarted;

    public async ValueTask InitializeAsync()
    {
        if (portal.HasStarted)
            _lab = await MailLab.StartAsync(portal.Portal);
    }

    public ValueTask DisposeAsync() => _lab?.DisposeAsync() ?? ValueTask.CompletedTask;
}
