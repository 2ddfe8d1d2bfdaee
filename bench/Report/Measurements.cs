using System.Text;
using MyPortal.Bench.Load;
using MyPortal.Bench.Machine;
using MyPortal.Bench.Portal;
using MyPortal.Bench.Reference;
using MyPortal.Bench.Tickets;

namespace MyPortal.Bench.Report;

/// <summary>Everything that is measured, in the order in which it is reported.</summary>
internal sealed class Measurements(
    PostgresServer postgres, GarnetServer garnet, TelemetrySink telemetry, PortalProcesses portal, ReferenceProcesses reference, BrowserSession session, bool quick)
{
    private const int AllocationRequests = 1_000;

    private readonly Scenarios _scenarios = new(portal, reference, garnet, session);
    private readonly Pace _pace = quick ? Pace.Quick : Pace.Full;
    private readonly StringBuilder _report = new();

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        _report.AppendLine(Invariant($"# Benchmark, {DateTime.Now:yyyy-MM-dd}"));
        _report.AppendLine(Invariant($"\n{Environment.ProcessorCount} cores, .NET {Environment.Version}, PostgreSQL {await VersionAsync(cancellationToken)}, Garnet; load generator on the same machine. README.md says what is compared with what."));
        await WarmUpAsync(cancellationToken);
        await ThroughputAsync(cancellationToken);
        await ProcessorTimeAsync(cancellationToken);
        await GrowthAsync(cancellationToken);
        await RoundTripsAsync(cancellationToken);
        await AllocationsAsync(cancellationToken);
        Memories();
        await WeightAsync(cancellationToken);
        return _report.ToString();
    }

    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        foreach (var scenario in _scenarios.All)
        {
            foreach (var target in new[] { scenario.Reference, scenario.Portal, _scenarios.Small(scenario.Portal) })
                await Round.RunAsync(target, 4, _pace.WarmUp * 2, cancellationToken);
        }
    }

    private async Task ThroughputAsync(CancellationToken cancellationToken)
    {
        Section(Invariant($"Portal and reference, {Databases.Large:N0} tickets"), "page", "connections", "portal, requests/s", "reference, requests/s", "throughput ratio",
            "portal p50, ms", "p50 ratio", "portal p99, ms", "p99 ratio");
        foreach (var scenario in _scenarios.All)
        {
            foreach (var connections in new[] { 1, Measured.Count })
            {
                var it = await Comparison.RunAsync(scenario.Reference, scenario.Portal, connections, _pace, cancellationToken);
                Row(scenario.Name, $"{connections}", N0(it.Second.Throughput), N0(it.First.Throughput), $"**{N2(it.Throughput)}**",
                    N2(it.Second.P50), N2(it.P50), N2(it.Second.P99), N2(it.P99));
            }
        }
    }

    private async Task ProcessorTimeAsync(CancellationToken cancellationToken)
    {
        Section(Invariant($"Processor time per request, ms, {Measured.Count} connections (ratio: reference to portal, as throughput would be on an idle machine)"),
            "page", "web", "ticketapi", "profileapi", "postgres", "garnet", "portal", "reference", "of it postgres", "ratio");
        ChildProcess[] shared = [postgres.Process, garnet.Process];
        foreach (var scenario in _scenarios.All)
        {
            var duration = _pace.Round * 3;
            var bare = await ProcessorTime.PerRequestAsync(scenario.Reference, Measured.Count, duration, [.. reference.Processes, .. shared], cancellationToken);
            var full = await ProcessorTime.PerRequestAsync(scenario.Portal, Measured.Count, duration, [.. portal.MeasuredProcesses, .. shared], cancellationToken);
            Row([scenario.Name, .. full.Select(N2), N2(full.Sum()), N2(bare.Sum()), N2(bare[^2]), $"**{N2(bare.Sum() / full.Sum())}**"]);
        }
    }

    private async Task GrowthAsync(CancellationToken cancellationToken)
    {
        Section(Invariant($"Growth from {Databases.Small:N0} to {Databases.Large:N0} tickets, 1 connection (aim: at most 1.2)"), "page", "p50 small, ms", "p50 large, ms", "ratio");
        foreach (var scenario in new[] { _scenarios.Hit, _scenarios.List })
        {
            var it = await Comparison.RunAsync(_scenarios.Small(scenario.Portal), scenario.Portal, 1, _pace, cancellationToken);
            Row(scenario.Name, N2(it.First.P50), N2(it.Second.P50), $"**{N2(it.P50)}**");
        }
    }

    private async Task RoundTripsAsync(CancellationToken cancellationToken)
    {
        Section("Database round trips per page (promise: at most 3 in TicketApi; 0 in ProfileApi on a hit)", "page", "TicketApi", "ProfileApi");
        foreach (var scenario in new[] { _scenarios.Hit, _scenarios.Miss, _scenarios.List })
        {
            Row(scenario.Name,
                N2(await Statements.PerRequestAsync(postgres, PortalProcesses.Large, scenario.Portal, cancellationToken)),
                N2(await Statements.PerRequestAsync(postgres, PortalProcesses.Profiles, scenario.Portal, cancellationToken)));
        }
    }

    private async Task AllocationsAsync(CancellationToken cancellationToken)
    {
        Section("Allocated per request, KB", ["page", .. PortalProcesses.Measured]);
        foreach (var scenario in new[] { _scenarios.Hit, _scenarios.Miss, _scenarios.List })
        {
            var before = await AllocatedAsync();
            await Round.CountAsync(scenario.Portal, AllocationRequests, cancellationToken);
            var after = await AllocatedAsync();
            Row([scenario.Name, .. after.Zip(before, (end, start) => N0((end - start) / 1e3 / AllocationRequests))]);
        }

        Task<long[]> AllocatedAsync() =>
            Task.WhenAll(PortalProcesses.Measured.Select(service => telemetry.AllocatedAsync(service, cancellationToken)));
    }

    private void Memories()
    {
        Section("Memory after the load, resident MB", "process", "MB");
        foreach (var process in portal.MeasuredProcesses.Append(garnet.Process).Concat(reference.Processes))
            Row(process.Name, N0(Memory.Resident(process)));
        if (Memory.WithChildren(postgres.Process) is { } shared)
            Row("postgres, all its processes (proportional share)", N0(shared));
    }

    private async Task WeightAsync(CancellationToken cancellationToken)
    {
        var loaded = await PageWeight.MeasureAsync(portal.LargePort, CapturedPages.Ticket(0), session.Cookie, cancellationToken);
        Section("Ticket page: everything loaded before a click, Brotli (promise: at most 60 KB, nothing from elsewhere)", "file", "bytes");
        foreach (var (path, bytes) in loaded)
            Row(path, Invariant($"{bytes:N0}"));
        Row("**sum**", Invariant($"**{loaded.Sum(file => file.Bytes):N0}**"));
    }

    private Task<string> VersionAsync(CancellationToken cancellationToken) =>
        postgres.ScalarAsync<string>("postgres", "select split_part(current_setting('server_version'), ' ', 1)", cancellationToken);

    private void Section(string title, params string[] columns)
    {
        Console.WriteLine(title);
        _report.AppendLine(Invariant($"\n## {title}\n"));
        Row(columns);
        Row([.. columns.Select((_, index) => index == 0 ? "---" : "---:")]);
    }

    private void Row(params string[] cells) => _report.AppendLine(Invariant($"| {string.Join(" | ", cells)} |"));

    private static string N0(double value) => Invariant($"{value:N0}");

    private static string N2(double value) => Invariant($"{value:0.00}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
