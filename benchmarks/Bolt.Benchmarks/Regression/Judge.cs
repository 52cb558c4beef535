using System.Globalization;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Regression;

/// <summary>Holds a run against the bounds and the baseline.</summary>
internal static class Judge
{
    /// <summary>A slower run counts only if chance would show it less often than this.</summary>
    private const double Significance = 0.01;

    public static IEnumerable<Verdict> Bounds(Measured measured, CheckOptions options)
    {
        string where = Where(measured.Route, measured.Workload);
        yield return new Verdict(
            where,
            "latency of a call",
            Text($"{measured.Latency:0.#} ns"),
            Text($"at most {options.MaxLatency} ns"),
            measured.Latency <= options.MaxLatency,
            IsTime: true);

        if (IsShort(measured.Workload))
        {
            yield return new Verdict(
                where,
                "throughput",
                Text($"{measured.Throughput:0} events/s"),
                Text($"at least {options.MinThroughput:0} events/s"),
                measured.Throughput >= options.MinThroughput,
                IsTime: true);
        }

        if (ComparisonBounds.HasCallerBound(measured.Route, measured.Workload))
        {
            double ratio = Spread.Of(measured.Ratios).Median;
            yield return new Verdict(
                where,
                "time at the caller",
                Text($"{ratio:0.000} x the limit"),
                Text($"at most {options.MaxCallerRatio} x the limit"),
                ratio <= options.MaxCallerRatio,
                IsTime: true);
        }

        // To render an exception allocates what Exception.ToString does.
        if (measured.Workload != Workload.Exception)
        {
            string allowed = Text($"at most {options.MaxAllocations} B");
            yield return new Verdict(where, "allocated at the caller", Text($"{measured.Bytes:0.##} B an event"), allowed, measured.Bytes <= options.MaxAllocations);
            yield return new Verdict(
                where, "allocated by all threads", Text($"{measured.TotalBytes:0.##} B an event"), allowed, measured.TotalBytes <= options.MaxAllocations);
        }

        double rate = measured.Logged == 0 ? 0 : (double)measured.Errors / measured.Logged;
        yield return new Verdict(
            where, "errors", Text($"{measured.Errors} of {measured.Logged} events"), Text($"at most {options.MaxErrorRate} of them"), rate <= options.MaxErrorRate);
    }

    /// <exception cref="InvalidDataException">The baseline lacks what was measured, or either has too few rounds.</exception>
    public static Verdict Regression(Measured measured, Baseline baseline, CheckOptions options)
    {
        string where = Where(measured.Route, measured.Workload);
        BaselineEntry entry = baseline.Entries.FirstOrDefault(entry => entry.Route == measured.Route && entry.Workload == measured.Workload)
            ?? throw new InvalidDataException($"The baseline has no {where}; write it anew with '--write-baseline'.");
        if (entry.Ratios.Count < RankTest.LeastValues || measured.Ratios.Count < RankTest.LeastValues)
        {
            throw new InvalidDataException(
                $"{where}: {entry.Ratios.Count} rounds in the baseline and {measured.Ratios.Count} in the runs; a rank test needs {RankTest.LeastValues} on either side.");
        }

        double before = Spread.Of(entry.Ratios).Median;
        double now = Spread.Of(measured.Ratios).Median;
        double probability = RankTest.ProbabilityOfGreater(entry.Ratios, measured.Ratios);
        bool isSlower = (now / before) - 1 > options.RegressionThreshold && probability < Significance;
        return new Verdict(
            where,
            "time at the caller, compared with the baseline",
            Text($"{now:0.000} x the limit, was {before:0.000}: {(now / before) - 1:+0.0 %;-0.0 %} (p = {probability:0.0000})"),
            Text($"at most {options.RegressionThreshold:+0.0 %}, or p >= {Significance}"),
            !isSlower,
            IsTime: true);
    }

    /// <summary>Whether millions a second can be asked for: not of ten fields, 4 KiB, or a rendered exception.</summary>
    private static bool IsShort(Workload workload) => workload is Workload.Disabled or Workload.NoField or Workload.TwoFields or Workload.BoundContext;

    private static string Where(Route route, Workload workload) => $"{route}, {workload}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
