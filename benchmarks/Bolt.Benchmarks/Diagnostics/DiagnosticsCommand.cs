using System.Globalization;
using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Diagnostics;

/// <summary><c>diagnostics</c>: what metrics that are read, a scrape and a CPU profile cost the process that is observed.</summary>
internal static class DiagnosticsCommand
{
    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments is not [] and not ["--no-profile"])
        {
            Console.Error.WriteLine($"'{string.Join(' ', arguments!)}' is no option of 'diagnostics'; there is '--no-profile', which leaves out five minutes of profiles.");
            return 2;
        }

        bool areMet = true;
        Console.WriteLine("| what | median | least | most | bound |");
        Console.WriteLine("|---|---|---|---|---|");
        (Spread nanoseconds, double bytes) = MetricsCost.Measure();
        areMet &= Print("metrics scraped every second: ns a call over unread ones, two fields, in the background", nanoseconds, 6);
        areMet &= Print("the same: bytes a call allocated by the caller", new Spread(bytes, bytes, bytes), 0);
        areMet &= Print("a scrape beside 100,000 events a second: ms of processor time, client included", ScrapeCost.Measure(), 2);
        if (arguments is [])
            areMet &= Print("a CPU profile of 30 s, 30 busy threads that log: share of the throughput lost", ProfileCost.Measure(), 0.15);

        return areMet ? 0 : 1;
    }

    private static bool Print(string what, Spread spread, double most)
    {
        bool isMet = spread.Median <= most;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {spread.Median:0.00} | {spread.Least:0.00} | {spread.Most:0.00} | at most {most}: {(isMet ? "met" : "**not met**")} |"));
        return isMet;
    }
}
