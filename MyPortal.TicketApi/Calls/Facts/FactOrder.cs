namespace MyPortal.TicketApi.Calls.Facts;

internal static class FactOrder
{
    /// <summary>
    /// The facts of one uid by how much they have to say on times and people: those that set a time before others, told ones before presumed
    /// ones, later ones before earlier ones. Never by the order in which they came.
    /// </summary>
    public static IEnumerable<CallFact> LatestWordFirst(this IEnumerable<CallFact> facts) => facts
        .OrderByDescending(fact => fact.SetsTime).ThenBy(fact => fact.Presumed).ThenByDescending(fact => fact.At)
        .ThenBy(fact => fact.Kind).ThenBy(fact => fact.Discriminator, StringComparer.Ordinal);
}
