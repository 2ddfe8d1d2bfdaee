namespace MyPortal.Bench.Tickets;

/// <summary>
/// The tickets whose pages are measured: 20 replies each, and each with a technician of its own. One for each connection of the load
/// generator, so that connections do not fill the cache for one another when misses are measured.
/// </summary>
internal static class Measured
{
    public const int Count = 16;
    public const int Replies = 20;
    public const long FirstNumber = 10_000_001;

    public const string Customer = "0198c000-0000-7000-8000-00000000a001";
    public const string CustomerEmail = "casey@northwind.example";
    public const string Company = "0198c000-0000-7000-8000-00000000c001";

    /// <summary>How SQL names the technician of ticket <c>k</c>; ProfileApi and TicketApi must agree on the id.</summary>
    public const string TechnicianId = "('0198c000-0000-7000-8000-0000000be' || to_char(k, 'FM000'))::uuid";

    public static Guid Technician(int index) => new($"0198c000-0000-7000-8000-0000000be{index + 1:000}");
}
