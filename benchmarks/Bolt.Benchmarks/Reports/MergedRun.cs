using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Reports;

/// <summary>
/// Several runs of <c>compare</c> as one: of each figure the middle of the runs' medians, and the least and the greatest round of all runs.
/// A run that lacks a part leaves it to the others.
/// </summary>
internal static class MergedRun
{
    public static RunDocument Of(IReadOnlyList<RunDocument> runs) => runs[0] with
    {
        Rows = [.. runs.SelectMany(static run => run.Rows).GroupBy(static row => (row.Route, row.Workload, row.Candidate)).Select(static rows => Merge([.. rows]))],
        Paced = Merge(runs, static run => run.Paced, static row => (row.Route, row.Candidate), Merge),
        Bursts = Merge(runs, static run => run.Bursts, static row => (row.Candidate, row.Size), static rows => rows[0] with { Caller = Over(rows, static row => row.Caller) }),
        Producers = Merge(runs, static run => run.Producers, static row => row.Candidate, static rows => new ProducersRow(
            rows[0].Candidate, Over(rows, static row => row.One), Over(rows, static row => row.Two), Over(rows, static row => row.Ratio))),
        Order = Merge(runs, static run => run.Order, static orders => new RecordOrder(orders.Sum(static order => order.OutOfOrder), orders.Sum(static order => order.Records))),
        SynchronousFile = Merge(runs, static run => run.SynchronousFile, static rows => new SynchronousFileRow(
            Over(rows, static row => row.Bolt), Over(rows, static row => row.Bare), Over(rows, static row => row.Ratio))),
        Pairs = Merge(runs, static run => run.Pairs, static rows => new PairsRow(Over(rows, static row => row.Coarse), Over(rows, static row => row.Bound))),
    };

    private static Row Merge(Row[] rows) => rows[0] with
    {
        Samples = rows.Sum(static row => row.Samples),
        Caller = Over(rows, static row => row.Caller),
        Flushed = Over(rows, static row => row.Flushed),
        Processor = Over(rows, static row => row.Processor),
        CallerRatio = Over(rows, static row => row.CallerRatio),
        FlushedRatio = Over(rows, static row => row.FlushedRatio),
        ProcessorRatio = Over(rows, static row => row.ProcessorRatio),
        OverLimit = Over(rows, static row => row.OverLimit),
        Noise = rows.Max(static row => row.Noise),
        CallerBytes = Spread.Of(rows.Select(static row => row.CallerBytes)).Median,
        TotalBytes = Spread.Of(rows.Select(static row => row.TotalBytes)).Median,
        CallerRatios = [.. rows.SelectMany(static row => row.CallerRatios)],
        Errors = rows.Sum(static row => row.Errors),
        Logged = rows.Sum(static row => row.Logged),
    };

    private static PacedRow Merge(PacedRow[] rows) => rows[0] with
    {
        P50 = Over(rows, static row => row.P50),
        P99 = Over(rows, static row => row.P99),
        P999 = Over(rows, static row => row.P999),
        P9999 = Over(rows, static row => row.P9999),
        Most = Over(rows, static row => row.Most),
        Writes = rows[0].Candidate == CandidateKind.Bolt ? rows.Sum(static row => row.Writes) : null,
        CallerWrites = rows[0].Candidate == CandidateKind.Bolt ? rows.Sum(static row => row.CallerWrites) : null,
    };

    private static T[]? Merge<T, TKey>(IReadOnlyList<RunDocument> runs, Func<RunDocument, IReadOnlyList<T>?> part, Func<T, TKey> key, Func<T[], T> merge)
    {
        T[] rows = [.. runs.SelectMany(run => part(run) ?? [])];
        return rows.Length == 0 ? null : [.. rows.GroupBy(key).Select(group => merge([.. group]))];
    }

    private static T? Merge<T>(IReadOnlyList<RunDocument> runs, Func<RunDocument, T?> part, Func<T[], T> merge)
        where T : class
    {
        T[] measured = [.. runs.Select(part).OfType<T>()];
        return measured.Length == 0 ? null : merge(measured);
    }

    private static Spread Over<T>(T[] rows, Func<T, Spread> figure) => new(
        Spread.Of(rows.Select(row => figure(row).Median)).Median,
        rows.Min(row => figure(row).Least),
        rows.Max(row => figure(row).Most));
}
