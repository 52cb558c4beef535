using System.Globalization;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>What Bolt promises of its speed, and whether a run keeps it. The median decides.</summary>
internal sealed record Target(Route Route, Workload Workload, string Text, Func<Row, double> Measure, double Most)
{
    public static readonly IReadOnlyList<Target> All =
    [
        new(Route.BackgroundNull, Workload.TwoFields, "at the caller <= 1.3 x limit", static row => row.CallerRatio.Median, 1.3),
        new(Route.BackgroundNull, Workload.TenFields, "at the caller <= 1.3 x limit", static row => row.CallerRatio.Median, 1.3),
        new(Route.SynchronousNull, Workload.TwoFields, "<= 1.8 x limit", static row => row.CallerRatio.Median, 1.8),
        new(Route.SynchronousNull, Workload.TenFields, "<= 1.8 x limit", static row => row.CallerRatio.Median, 1.8),
        .. Enum.GetValues<Route>().Select(static route => new Target(
            route, Workload.Disabled, "<= 1 ns over the empty loop", static row => row.OverLimit.Median, 1)),
        .. Enum.GetValues<Route>().SelectMany(static route => Enum.GetValues<Workload>()
            .Where(static workload => workload != Workload.Exception)
            .Select(workload => new Target(route, workload, "0 bytes an event at the caller", static row => row.CallerBytes, 0))),
    ];

    /// <summary>The verdict in words, or null where the run did not measure it.</summary>
    public string? Verdict(IReadOnlyList<Row> rows, out bool isMet)
    {
        Row? row = rows.FirstOrDefault(row => row.Route == Route && row.Workload == Workload && row.Candidate == CandidateKind.Bolt);
        isMet = row is null || Measure(row) <= Most;
        return row is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{(isMet ? "met    " : "NOT MET")}  {Route}, {Workload}: {Text}: {Measure(row):0.00}");
    }
}
