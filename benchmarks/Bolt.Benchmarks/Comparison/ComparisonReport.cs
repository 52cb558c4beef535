using System.Globalization;
using System.Runtime.InteropServices;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>The table of a run, and its JSON.</summary>
internal static class ComparisonReport
{
    public static void Heading(TextWriter writer) => writer.WriteLine(
        """
        | route | workload | candidate | ns at the caller | x limit | ns flushed | x limit | CPU ns, all threads | B/event caller | B/event all |
        |---|---|---|---|---|---|---|---|---|---|
        """);

    public static void Print(TextWriter writer, Row row)
    {
        // An empty loop has no ratio worth telling: the difference in nanoseconds instead.
        bool isDisabled = row.Workload == Workload.Disabled;
        string ratio = isDisabled ? "+" + Ratio(row.OverLimit) + " ns" : Ratio(row.CallerRatio);
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Route} | {row.Workload} | {row.Candidate.Title()} | {Time(row.Caller)} | {ratio} | {Time(row.Flushed)} | {(isDisabled ? "" : Ratio(row.FlushedRatio))} | {Digits(row.Processor.Median)} | {row.CallerBytes:0.##} | {row.TotalBytes:0.##} |"));
    }

    /// <returns>Where it was written.</returns>
    public static string Save(string? path, IReadOnlyList<Row> rows, ComparisonOptions options, TimeSpan took)
    {
        path ??= Path.Combine(Artifacts(), "benchmarks", $"compare-{DateTime.UtcNow:yyyyMMdd-HHmmss}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        new RunDocument(
            DateTimeOffset.UtcNow,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.OSDescription,
            RuntimeInformation.ProcessArchitecture.ToString(),
            Environment.ProcessorCount,
            options.Rounds,
            took.TotalSeconds,
            rows).Save(path);
        return path;
    }

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
