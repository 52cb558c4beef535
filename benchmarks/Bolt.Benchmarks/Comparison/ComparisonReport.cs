using System.Globalization;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>The table of a run, and its JSON.</summary>
internal static class ComparisonReport
{
    public static void Heading(TextWriter writer) => writer.WriteLine(
        """
        | route | workload | candidate | ns at the caller | x limit | ns flushed | x limit | CPU ns, all threads | x limit | B/event caller | B/event all |
        |---|---|---|---|---|---|---|---|---|---|---|
        """);

    public static void Print(TextWriter writer, Row row)
    {
        // An empty loop has no ratio worth telling: the difference in nanoseconds instead.
        bool isDisabled = row.Workload == Workload.Disabled;
        string ratio = isDisabled ? "+" + Ratio(row.OverLimit) + " ns" : Ratio(row.CallerRatio);
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Route} | {row.Workload} | {row.Candidate.Title()} | {Time(row.Caller)} | {ratio} | {Time(row.Flushed)} | {(isDisabled ? "" : Ratio(row.FlushedRatio))} | {Digits(row.Processor.Median)} | {(isDisabled ? "" : Ratio(row.ProcessorRatio))} | {row.CallerBytes:0.##} | {row.TotalBytes:0.##} |"));
    }

    public static void Print(TextWriter writer, Part part, object measured)
    {
        writer.WriteLine($"| {part} | ns, or what is said |");
        writer.WriteLine("|---|---|");
        foreach (object row in measured as object[] ?? [measured])
            writer.WriteLine($"| {Name(row)} | {Text(row)} |");

        writer.WriteLine();
    }

    /// <returns>Where it was written.</returns>
    public static string Save(string? path, RunDocument run)
    {
        path ??= Path.Combine(Artifacts(), "benchmarks", $"compare-{DateTime.UtcNow:yyyyMMdd-HHmmss}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        run.Save(path);
        return path;
    }

    private static string Name(object row) => row switch
    {
        PacedRow paced => $"{paced.Route}, {paced.Candidate.Title()}",
        BurstRow burst => $"{burst.Size} events, {burst.Candidate.Title()}",
        ProducersRow producers => producers.Candidate.Title(),
        _ => "Bolt",
    };

    private static string Text(object row) => row switch
    {
        PacedRow paced => $"p50 {Time(paced.P50)}, p99 {Time(paced.P99)}, p99.9 {Time(paced.P999)}, p99.99 {Time(paced.P9999)}, most {Time(paced.Most)}{(paced.CallerWrites is { } writes ? $"; {writes} of {paced.Writes} writes on the caller's thread" : "")}",
        BurstRow burst => Time(burst.Caller),
        ProducersRow producers => string.Create(CultureInfo.InvariantCulture, $"one thread {producers.One.Median / 1e6:0.00} M/s, two {producers.Two.Median / 1e6:0.00} M/s, ratio {Ratio(producers.Ratio)}"),
        RecordOrder order => $"{order.OutOfOrder} of {order.Records} records came out after one with a later time",
        SynchronousFileRow file => $"{Time(file.Bolt)}, write(2) alone {Time(file.Bare)}, ratio {Ratio(file.Ratio)}",
        PairsRow pairs => $"coarse clock to precise {Ratio(pairs.Coarse)}; three bound fields add {Ratio(pairs.Bound)} ns",
        _ => row.ToString() ?? "",
    };

    private static string Artifacts()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (at.Name == "artifacts")
                return at.FullName;
        }

        return Path.GetFullPath("artifacts");
    }

    private static string Time(Spread spread) => string.Create(
        CultureInfo.InvariantCulture, $"{Digits(spread.Median)} ({Digits(spread.Least)}–{Digits(spread.Most)})");

    private static string Ratio(Spread spread) => string.Create(
        CultureInfo.InvariantCulture, $"{spread.Median:0.00} ({spread.Least:0.00}–{spread.Most:0.00})");

    private static string Digits(double value) => value.ToString(value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
