using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Regression;

/// <summary>What several launches measured of Bolt in one workload and route.</summary>
/// <param name="Route">How records left.</param>
/// <param name="Workload">What was logged.</param>
/// <param name="Latency">Nanoseconds a call, in the slowest round of all.</param>
/// <param name="Throughput">Events a second until everything was with the output; the median of the launches.</param>
/// <param name="Bytes">Bytes an event allocated at the caller, in the worst launch.</param>
/// <param name="TotalBytes">The same of all threads.</param>
/// <param name="Errors">Records lost or changed.</param>
/// <param name="Logged">Events logged.</param>
/// <param name="Ratios">Time at the caller to the limit's of the same round, all rounds of all launches.</param>
internal sealed record Measured(
    Route Route,
    Workload Workload,
    double Latency,
    double Throughput,
    double Bytes,
    double TotalBytes,
    long Errors,
    long Logged,
    IReadOnlyList<double> Ratios)
{
    /// <summary>Each launch lays out code and memory anew, so that one alone says little about the next.</summary>
    public static IReadOnlyList<Measured> Of(IEnumerable<RunDocument> launches) =>
    [
        .. launches.SelectMany(static launch => launch.Rows)
            .Where(static row => row.Candidate == CandidateKind.Bolt)
            .GroupBy(static row => (row.Route, row.Workload))
            .Select(static rows => new Measured(
                rows.Key.Route,
                rows.Key.Workload,
                rows.Max(static row => row.Caller.Most),
                Spread.Of(rows.Select(static row => 1e9 / row.Flushed.Median)).Median,
                rows.Max(static row => row.CallerBytes),
                rows.Max(static row => row.TotalBytes),
                rows.Sum(static row => row.Errors ?? 0),
                rows.Sum(static row => row.Logged),
                [.. rows.SelectMany(static row => row.CallerRatios)])),
    ];
}
