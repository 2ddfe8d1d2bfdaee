using MyPortal.Bench.Load;
using MyPortal.Bench.Machine;
using MyPortal.Bench.Portal;
using MyPortal.Bench.Reference;
using MyPortal.Bench.Tickets;

namespace MyPortal.Bench.Report;

/// <summary>A page, as the reference and as the portal answer it.</summary>
internal sealed record Scenario(string Name, Target Reference, Target Portal);

/// <summary>The pages that are measured.</summary>
internal sealed class Scenarios(PortalProcesses portal, ReferenceProcesses reference, GarnetServer garnet, BrowserSession session)
{
    public Scenario Hit { get; } = new("ticket page, cache hit",
        new(reference.Port, index => HttpConnection.Get(CapturedPages.Ticket(index))),
        new(portal.LargePort, index => HttpConnection.Get(CapturedPages.Ticket(index), session.Cookie)));

    public Scenario Miss { get; } = new("ticket page, cache miss",
        new(reference.Port, index => HttpConnection.Get(CapturedPages.Ticket(index)), Forget(garnet, ReferenceProfiles.Key)),
        new(portal.LargePort, index => HttpConnection.Get(CapturedPages.Ticket(index), session.Cookie), Forget(garnet, id => $"technician-booking-link:{id:N}")));

    public Scenario Compressed { get; } = new("ticket page, cache hit, Brotli",
        new(reference.Port, index => HttpConnection.Get(CapturedPages.Ticket(index), accept: "br")),
        new(portal.LargePort, index => HttpConnection.Get(CapturedPages.Ticket(index), session.Cookie, "br")));

    public Scenario List { get; } = new("ticket list",
        new(reference.Port, _ => HttpConnection.Get(CapturedPages.List)),
        new(portal.LargePort, _ => HttpConnection.Get(CapturedPages.List, session.Cookie)));

    public IEnumerable<Scenario> All => [Hit, Miss, Compressed, List];

    public Target Small(Target large) => large with { Port = portal.SmallPort };

    // Each connection has a ticket, and so a technician, of its own: the key it deletes is the one that it will need.
    private static Func<int, Task> Forget(GarnetServer garnet, Func<Guid, string> key) =>
        index => garnet.Redis.KeyDeleteAsync(key(Measured.Technician(index)));
}
