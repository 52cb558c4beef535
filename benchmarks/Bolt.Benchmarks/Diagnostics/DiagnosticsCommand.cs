using System.Diagnostics;
using System.Globalization;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Reports;

namespace Bolt.Benchmarks.Diagnostics;

/// <summary><c>diagnostics</c>: what metrics that are read, a scrape and a CPU profile cost the process that is observed.</summary>
internal static class DiagnosticsCommand
{
    private const string Usage =
        """
        diagnostics [options]
          --no-profile      leaves out five minutes of profiles
          --output <file>   where the JSON goes; default: nowhere
        """;

    private static readonly string[] s_notes =
    [
        "the two sides of each figure are measured in turns, in one process",
    ];

    public static int Run(ReadOnlySpan<string> arguments)
    {
        RunArguments options;
        try
        {
            options = new RunArguments(arguments, Usage, ["--output"], ["--no-profile"]);
        }
        catch (ArgumentException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }

        var time = Stopwatch.StartNew();
        var rows = new List<FigureRow>();
        var bounds = new List<Bound>();
        void Add(string what, Spread spread, double most)
        {
            rows.Add(new FigureRow(what, spread));
            bounds.Add(new Bound(what, spread.Median, most));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {spread.Median:0.00} | {spread.Least:0.00} | {spread.Most:0.00} |"));
        }

        Console.WriteLine("| what | median | least | most |");
        Console.WriteLine("|---|---|---|---|");
        (Spread nanoseconds, double bytes) = MetricsCost.Measure();
        Add("metrics scraped every second: ns a call over unread ones, two fields, in the background", nanoseconds, 6);
        Add("the same: bytes a call allocated by the caller", new Spread(bytes, bytes, bytes), 0);
        Add("a scrape beside 100,000 events a second: ms of processor time, client included", ScrapeCost.Measure(), 2);
        var skipped = new List<string>();
        if (options.Has("--no-profile"))
            skipped.Add("a CPU profile: left out by '--no-profile'");
        else
            Add("a CPU profile of 30 s, 30 busy threads that log: share of the throughput lost", ProfileCost.Measure(), 0.15);

        return Report<FigureRow>.Of("diagnostics", MetricsCost.Rounds, time.Elapsed, rows, bounds, skipped, s_notes).Finish(options.Text("--output"));
    }
}
