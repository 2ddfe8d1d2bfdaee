namespace MyPortal.Tests.Shared;

internal static class Permutations
{
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> items)
    {
        if (items.Count == 0)
            return [[]];
        return Enumerable.Range(0, items.Count).SelectMany(first =>
            Of([.. items.Take(first), .. items.Skip(first + 1)]).Select(rest => (IReadOnlyList<T>)[items[first], .. rest]));
    }
}
