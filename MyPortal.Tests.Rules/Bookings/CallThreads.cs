using MyPortal.TicketApi.Calls.Facts;

namespace MyPortal.Tests.Rules.Bookings;

internal static class CallThreads
{
    /// <summary>What follows from these facts.</summary>
    public static CallState? State(IEnumerable<CallFact> facts) => new CallThread(Guid.Empty, Guid.Empty, new FactSet(facts)).State;
}
