using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Reports;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>What a run of <c>compare</c> is held against.</summary>
internal static class ComparisonBounds
{
    /// <summary>Time at the caller to the limit's, of the events that <see cref="HasCallerBound"/>.</summary>
    public const double MostCallerRatio = 1.2;

    /// <summary>Whether <see cref="MostCallerRatio"/> holds for these events: the limit is as good as it gets, and nothing else is in the way.</summary>
    public static bool HasCallerBound(Route route, Workload workload) => route == Route.BackgroundNull && workload is Workload.TwoFields or Workload.TenFields;

    /// <summary>The bounds whose figures the run measured.</summary>
    public static IReadOnlyList<Bound> Of(RunDocument run) => [.. All(run).Where(static bound => bound.Measured is not null)];

    /// <summary>Every bound, always in the same order.</summary>
    public static IReadOnlyList<Bound> All(RunDocument run)
    {
        var bounds = new List<Bound>();
        void Most(string what, double? measured, double limit) => bounds.Add(new Bound(what, measured, limit));
        void Least(string what, double? measured, double limit) => bounds.Add(new Bound(what, measured, limit, IsLeast: true));

        Row? Bolt(Route route, Workload workload) => run.Rows.FirstOrDefault(row => row.Route == route && row.Workload == workload && row.Candidate == CandidateKind.Bolt);
        IEnumerable<Row> Peers(Route route, Workload workload) => run.Rows.Where(row => row.Route == route && row.Workload == workload && row.Candidate.IsPeer());
        double? Sustained(Route route, Workload workload) => Best(Peers(route, workload), static row => row.Flushed.Median) / Bolt(route, workload)?.Flushed.Median;

        Most("two fields, background: caller to the limit", Bolt(Route.BackgroundNull, Workload.TwoFields)?.CallerRatio.Median, MostCallerRatio);
        Most("ten fields, background: caller to the limit", Bolt(Route.BackgroundNull, Workload.TenFields)?.CallerRatio.Median, MostCallerRatio);
        Most("two fields, background: processor time of all threads to the limit", Bolt(Route.BackgroundNull, Workload.TwoFields)?.ProcessorRatio.Median, 1.35);
        Most("ten fields, background: processor time of all threads to the limit", Bolt(Route.BackgroundNull, Workload.TenFields)?.ProcessorRatio.Median, 1.35);
        Most("two fields: coarse clock to precise clock", run.Pairs?.Coarse.Median, 0.45);
        Most("disabled: ns over an empty call", Bolt(Route.BackgroundNull, Workload.Disabled)?.OverLimit.Median, 0.5);
        Most("three bound fields: ns more than none", run.Pairs?.Bound.Median, 3);
        Least("two fields, sustained to a stream that discards: to the best peer", Sustained(Route.BackgroundNull, Workload.TwoFields), 5);
        Least("ten fields, sustained to a stream that discards: to the best peer", Sustained(Route.BackgroundNull, Workload.TenFields), 8);
        Least("two fields, sustained to a file: to the best peer", Sustained(Route.BackgroundFile, Workload.TwoFields), 3.5);
        Least("ten fields, sustained to a file: to the best peer", Sustained(Route.BackgroundFile, Workload.TenFields), 5);

        ProducersRow? producers = run.Producers?.FirstOrDefault(static row => row.Candidate == CandidateKind.Bolt);
        Least("two producers to one", producers?.Ratio.Median, 0.95);
        Least("two producers: to the best peer with two", producers?.Two.Median / run.Producers?.Where(static row => row.Candidate.IsPeer()).Select(static row => (double?)row.Two.Median).Max(), 5);
        foreach (Route route in new[] { Route.BackgroundNull, Route.BackgroundFile })
        {
            PacedRow? paced = run.Paced?.FirstOrDefault(row => row.Route == route && row.Candidate == CandidateKind.Bolt);
            double? Percentile(Func<PacedRow, double> figure) => paced is null
                ? null
                : figure(paced) / run.Paced!.Where(row => row.Route == route && row.Candidate.IsPeer()).Select(row => (double?)figure(row)).Min();
            string where = route == Route.BackgroundNull ? "a stream that discards" : "a file";
            Most($"paced to {where}: p99.9 to the best peer's", Percentile(static row => row.P999.Median), 0.6);
            Most($"paced to {where}: p99.99 to the best peer's", Percentile(static row => row.P9999.Median), 0.15);
            Most($"paced to {where}: writes on the caller's thread", paced?.CallerWrites, 0);
        }

        Most("synchronous to a file: to a bare write(2)", run.SynchronousFile?.Ratio.Median, 1.15);
        Most(
            "exception: processor time of all threads to the best peer's",
            Bolt(Route.BackgroundNull, Workload.Exception)?.Processor.Median / Best(Peers(Route.BackgroundNull, Workload.Exception), static row => row.Processor.Median),
            0.7);
        Most(
            "bytes an event, all threads, in the worst route and workload; exceptions apart",
            run.Rows.Where(static row => row.Candidate == CandidateKind.Bolt && row.Workload != Workload.Exception).Select(static row => (double?)row.TotalBytes).Max(),
            0);
        return bounds;
    }

    private static double? Best(IEnumerable<Row> peers, Func<Row, double> figure) => peers.Select(row => (double?)figure(row)).Min();
}
