namespace MyPortal.TicketApi.Calls.Facts;

/// <summary>
/// A host marks, person by person, who did not come, and may take it back. A call is a no-show when the person who booked it did not come;
/// a guest who stays away does not make it one.
/// </summary>
internal static class NoShows
{
    /// <param name="facts">Those of one uid.</param>
    /// <param name="attendee">Address of the person who booked; anybody counts while that is unknown, and so empty.</param>
    public static bool Stands(IEnumerable<CallFact> facts, string attendee)
    {
        var absent = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var (email, value) in InOrder(facts).SelectMany(fact => fact.NoShows))
            absent[email] = value;
        return attendee.Length == 0 ? absent.ContainsValue(true) : absent.GetValueOrDefault(attendee);
    }

    /// <summary>
    /// Those that say something new of the person who booked. Who is marked twice in a row has been marked once: by two webhooks of the host, or
    /// by one that came after its loss had been repaired.
    /// </summary>
    /// <param name="facts">Those of one uid.</param>
    public static IEnumerable<CallFact> Changes(IEnumerable<CallFact> facts, string attendee)
    {
        bool? before = null;
        foreach (var fact in InOrder(facts))
        {
            if (Says(fact, attendee) is not { } absent || absent == before)
                continue;
            before = absent;
            yield return fact;
        }
    }

    /// <summary>What one fact says about the person who booked; null when it is about guests only.</summary>
    public static bool? Says(CallFact fact, string attendee) =>
        attendee.Length == 0
            ? fact.NoShows.Any(person => person.NoShow)
            : fact.NoShows.FirstOrDefault(person => string.Equals(person.Email, attendee, StringComparison.OrdinalIgnoreCase))?.NoShow;

    private static IOrderedEnumerable<CallFact> InOrder(IEnumerable<CallFact> facts) => facts.Where(fact => fact.Kind is CallFactKind.NoShow)
        .OrderBy(fact => fact.At).ThenBy(fact => fact.Discriminator, StringComparer.Ordinal);
}
