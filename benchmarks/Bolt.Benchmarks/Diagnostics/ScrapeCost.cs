using System.Diagnostics;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Diagnostics;

/// <summary>The processor time of one scrape in a process that logs 100,000 events a second.</summary>
internal static class ScrapeCost
{
    private const int Rounds = 9;
    private const int Scrapes = 50;
    private const int EventsPerSecond = 100_000;
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(1);

    /// <returns>Milliseconds of processor time, the client's included, since it is in the same process.</returns>
    public static Spread Measure()
    {
        using Candidate bolt = CandidateKind.Bolt.Create(Workload.TwoFields, Route.BackgroundNull, Stream.Null);
        using var scraped = new ScrapedProcess();
        using var over = new ManualResetEventSlim();
        var logging = new Thread(() =>
        {
            while (!over.Wait(1))
                bolt.Log(Workload.TwoFields, EventsPerSecond / 1000);
        });
        logging.Start();
        for (int i = 0; i < 200; i++)
            scraped.Scrape();

        var milliseconds = new List<double>();
        for (int round = 0; round < Rounds; round++)
            milliseconds.Add((Turn(scraped, Scrapes) - Turn(scraped, 0)) / Scrapes);

        over.Set();
        logging.Join();
        return Spread.Of(milliseconds);
    }

    private static double Turn(ScrapedProcess scraped, int scrapes)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < scrapes; i++)
        {
            scraped.Scrape();
            TimeSpan next = s_turn / scrapes * (i + 1) - Stopwatch.GetElapsedTime(start);
            if (next > TimeSpan.Zero)
                Thread.Sleep(next);
        }

        TimeSpan rest = s_turn - Stopwatch.GetElapsedTime(start);
        if (rest > TimeSpan.Zero)
            Thread.Sleep(rest);

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
