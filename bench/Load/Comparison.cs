namespace MyPortal.Bench.Load;

/// <summary>
/// Two targets measured in alternating rounds. Ratios are medians over pairs of neighbouring rounds, so that whatever else the machine does
/// meanwhile falls on both.
/// </summary>
/// <param name="First">All its rounds.</param>
/// <param name="Second">All its rounds.</param>
/// <param name="Throughput">Of the second to the first.</param>
/// <param name="P50">Of the second to the first.</param>
/// <param name="P99">Of the second to the first.</param>
internal sealed record Comparison(Round First, Round Second, double Throughput, double P50, double P99)
{
    public static async Task<Comparison> RunAsync(
        Target first, Target second, int connections, Pace pace, CancellationToken cancellationToken)
    {
        await Round.RunAsync(first, connections, pace.WarmUp, cancellationToken);
        await Round.RunAsync(second, connections, pace.WarmUp, cancellationToken);
        var pairs = new List<(Round First, Round Second)>();
        for (var pair = 0; pair < pace.Pairs; pair++)
        {
            // Whoever goes first meets the machine as the other left it: so they take turns.
            var swapped = pair % 2 == 1;
            var one = await Round.RunAsync(swapped ? second : first, connections, pace.Round, cancellationToken);
            var other = await Round.RunAsync(swapped ? first : second, connections, pace.Round, cancellationToken);
            pairs.Add(swapped ? (other, one) : (one, other));
        }
        return new(
            Round.Together([.. pairs.Select(pair => pair.First)]),
            Round.Together([.. pairs.Select(pair => pair.Second)]),
            Median(pairs.Select(pair => pair.Second.Throughput / pair.First.Throughput)),
            Median(pairs.Select(pair => pair.Second.P50 / pair.First.P50)),
            Median(pairs.Select(pair => pair.Second.P99 / pair.First.P99)));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

internal sealed record Pace(TimeSpan WarmUp, TimeSpan Round, int Pairs)
{
    public static Pace Full { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), 6);

    public static Pace Quick { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), 4);
}
