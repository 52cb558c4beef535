using System.Globalization;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Reports;

/// <summary>The tables of what <c>compare</c> measured.</summary>
internal static class ComparisonSections
{
    /// <summary>Times as multiples of the limit: Bolt's at the caller and until flushed, the peers' until flushed.</summary>
    public static string Times(RunDocument? run, Route route)
    {
        Workload[] workloads = WorkloadsOf(run, route);
        if (workloads.Length == 0)
            return Figure.NotMeasured;

        var table = new MarkdownTable([$"× limit", .. workloads.Select(Title)]);
        foreach (CandidateKind kind in CandidatesOf(run!, route))
        {
            IEnumerable<string> Cells(Func<Row, string> text) => workloads.Select(workload => Find(run!, route, workload, kind) is { } row ? text(row) : Figure.None);
            if (kind == CandidateKind.Limit)
            {
                table.Add([$"{kind.Title()}, ns (least)", .. Cells(static row => $"{Figure.Time(row.Caller.Median)} ({Figure.Time(row.Caller.Least)})")]);
                continue;
            }

            if (!kind.IsPeer())
                table.Add([$"{kind.Title()}: at the caller", .. Cells(static row => Figure.Ratio(row.CallerRatio))]);

            table.Add([kind.IsPeer() ? kind.Title() : $"{kind.Title()}: flushed", .. Cells(static row => Figure.Ratio(row.FlushedRatio))]);
        }

        return table.ToString();
    }

    /// <summary>Nanoseconds over an empty call.</summary>
    public static string Disabled(RunDocument? run)
    {
        Row[] rows = [.. run?.Rows.Where(static row => row.Route == Route.BackgroundNull && row.Workload == Workload.Disabled && row.Candidate != CandidateKind.Limit) ?? []];
        if (rows.Length == 0)
            return Figure.NotMeasured;

        var table = new MarkdownTable("", "ns over an empty call");
        foreach (Row row in rows)
            table.Add(row.Candidate.Title(), Figure.Time(row.OverLimit));

        return table.ToString();
    }

    public static string Bytes(RunDocument? run) => Every(run, "bytes an event", static row => Figure.Bytes(row.TotalBytes), hasLimit: true);

    public static string Processor(RunDocument? run) => Every(run, "× limit", static row => Figure.Ratio(row.ProcessorRatio), hasLimit: false);

    public static string Paced(RunDocument? run, Route route)
    {
        PacedRow[] rows = [.. run?.Paced?.Where(row => row.Route == route) ?? []];
        if (rows.Length == 0)
            return Figure.NotMeasured;

        var table = new MarkdownTable("ns a call", "p50", "p99", "p99.9", "p99.99", "longest", "writes on the caller's thread");
        foreach (PacedRow row in rows)
        {
            table.Add(
                row.Candidate.Title(),
                Figure.Time(row.P50),
                Figure.Time(row.P99),
                Figure.Time(row.P999),
                Figure.Time(row.P9999),
                Figure.Time(row.Most),
                row.CallerWrites is { } writes ? string.Create(CultureInfo.InvariantCulture, $"{writes:#,0} of {row.Writes:#,0}") : Figure.None);
        }

        return table.ToString();
    }

    public static string Bursts(RunDocument? run)
    {
        if (run?.Bursts is not { Count: > 0 } bursts)
            return Figure.NotMeasured;

        int[] sizes = [.. bursts.Select(static row => row.Size).Distinct().Order()];
        var table = new MarkdownTable(["ns an event at the caller", .. sizes.Select(static size => string.Create(CultureInfo.InvariantCulture, $"{size} {(size == 1 ? "event" : "events")}"))]);
        foreach (IGrouping<CandidateKind, BurstRow> rows in bursts.GroupBy(static row => row.Candidate))
            table.Add([rows.Key.Title(), .. sizes.Select(size => rows.FirstOrDefault(row => row.Size == size) is { } row ? Figure.Time(row.Caller) : Figure.None)]);

        return table.ToString();
    }

    public static string Producers(RunDocument? run)
    {
        if (run?.Producers is not { Count: > 0 } producers)
            return Figure.NotMeasured;

        var table = new MarkdownTable("million events a second", "one thread", "two threads", "two ÷ one");
        foreach (ProducersRow row in producers)
            table.Add(row.Candidate.Title(), Figure.Time(row.One.Times(1e-6)), Figure.Time(row.Two.Times(1e-6)), Figure.Ratio(row.Ratio));

        return table.ToString();
    }

    public static string Order(RunDocument? run) => run?.Order is not { } order
        ? Figure.NotMeasured
        : string.Create(CultureInfo.InvariantCulture, $"{order.OutOfOrder:#,0} of {order.Records:#,0} records came out after one with a later time");

    public static string SynchronousFile(RunDocument? run) => run?.SynchronousFile is not { } file
        ? Figure.NotMeasured
        : $"{Figure.Time(file.Bolt)} ns a call, {Figure.Time(file.Bare)} ns for write(2) alone: {Figure.Ratio(file.Ratio)} ×";

    public static string Pairs(RunDocument? run) => run?.Pairs is not { } pairs
        ? Figure.NotMeasured
        : $"the coarse clock takes {Figure.Ratio(pairs.Coarse)} of the time that the precise one takes, at the caller; three bound fields add {Figure.Time(pairs.Bound)} ns";

    internal static Row? Find(RunDocument run, Route route, Workload workload, CandidateKind kind) =>
        run.Rows.FirstOrDefault(row => row.Route == route && row.Workload == workload && row.Candidate == kind);

    internal static string Title(Workload workload) => workload switch
    {
        Workload.Disabled => "disabled",
        Workload.NoField => "no field",
        Workload.TwoFields => "two fields",
        Workload.TenFields => "ten fields",
        Workload.Exception => "exception",
        Workload.BoundContext => "bound context",
        Workload.LongAscii => "4 KiB, ASCII",
        Workload.LongMixed => "4 KiB, mixed",
        Workload.Nested => "nested",
        _ => throw new ArgumentOutOfRangeException(nameof(workload), workload, "Not a workload."),
    };

    /// <summary>A figure of every candidate and workload, in the background and to a stream that discards.</summary>
    private static string Every(RunDocument? run, string what, Func<Row, string> text, bool hasLimit)
    {
        const Route route = Route.BackgroundNull;
        Workload[] workloads = WorkloadsOf(run, route);
        if (workloads.Length == 0)
            return Figure.NotMeasured;

        var table = new MarkdownTable([what, .. workloads.Select(Title)]);
        foreach (CandidateKind kind in CandidatesOf(run!, route).Where(kind => hasLimit || kind != CandidateKind.Limit))
            table.Add([kind.Title(), .. workloads.Select(workload => Find(run!, route, workload, kind) is { } row ? text(row) : Figure.None)]);

        return table.ToString();
    }

    /// <summary>Those with a time worth a ratio: an empty loop has none.</summary>
    private static Workload[] WorkloadsOf(RunDocument? run, Route route) =>
        [.. run?.Rows.Where(row => row.Route == route && row.Workload != Workload.Disabled).Select(static row => row.Workload).Distinct().Order() ?? Enumerable.Empty<Workload>()];

    private static IEnumerable<CandidateKind> CandidatesOf(RunDocument run, Route route) =>
        run.Rows.Where(row => row.Route == route).Select(static row => row.Candidate).Distinct().Order();
}
