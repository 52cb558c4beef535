using System.Diagnostics;
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
        var figures = new FigureTable();
        (Spread nanoseconds, double bytes) = MetricsCost.Measure();
        figures.Add("metrics scraped every second: ns a call over unread ones, two fields, in the background", nanoseconds, 6);
        figures.Add("the same: bytes a call allocated by the caller", bytes, 0);
        figures.Add("a scrape beside 100,000 events a second: ms of processor time, client included", ScrapeCost.Measure(), 2);
        var skipped = new List<string>();
        if (options.Has("--no-profile"))
            skipped.Add("a CPU profile: left out by '--no-profile'");
        else
            figures.Add("a CPU profile of 30 s, 30 busy threads that log: share of the throughput lost", ProfileCost.Measure(), 0.15);

        return Report<FigureRow>.Of("diagnostics", MetricsCost.Rounds, time.Elapsed, figures.Rows, figures.Bounds, skipped, s_notes).Finish(options.Text("--output"));
    }
}
