using System.Diagnostics;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Diagnostics;

/// <summary>Log calls while the metrics are scraped every second, against the same calls while nobody reads them, in turns.</summary>
internal static class MetricsCost
{
    public const int Rounds = 15;
    private const int Burst = 20_000;
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(1.2);

    /// <returns>Nanoseconds a call that scraping adds; the bytes that the caller allocated for each call while scraped, at worst.</returns>
    public static (Spread Nanoseconds, double Bytes) Measure()
    {
        using Candidate bolt = CandidateKind.Bolt.Create(Workload.TwoFields, Route.BackgroundNull, Stream.Null);
        for (int i = 0; i < 300; i++)
            Take(bolt, out _);

        var differences = new List<double>();
        double bytes = 0;
        for (int round = 0; round < Rounds; round++)
        {
            double unread = Turn(bolt, isScraped: false, ref bytes);
            differences.Add(Turn(bolt, isScraped: true, ref bytes) - unread);
        }

        return (Spread.Of(differences), bytes);
    }

    /// <summary>The median of the bursts of one turn.</summary>
    private static double Turn(Candidate bolt, bool isScraped, ref double bytes)
    {
        using ScrapedProcess? scraped = isScraped ? new ScrapedProcess() : null;
        scraped?.Scrape();
        using var over = new ManualResetEventSlim();
        var scraper = new Thread(() =>
        {
            while (!over.Wait(1000))
                scraped!.Scrape();
        });
        if (isScraped)
            scraper.Start();

        // The exporter, new in each turn, sets up what it keeps for a thread with the thread's first measurements.
        Take(bolt, out _);
        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < s_turn)
        {
            times.Add(Take(bolt, out double burstBytes));
            if (isScraped)
                bytes = Math.Max(bytes, burstBytes);
        }

        over.Set();
        if (isScraped)
            scraper.Join();

        return Spread.Of(times).Median;
    }

    private static double Take(Candidate bolt, out double bytes)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        bolt.Log(Workload.TwoFields, Burst);
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Burst;
        bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / Burst;
        bolt.Flush();
        return nanoseconds;
    }
}
