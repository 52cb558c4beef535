using System.Diagnostics;
using System.Runtime.CompilerServices;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Diagnostics;

/// <summary>The throughput of 30 threads that compute and log, while a CPU profile is taken of them and while none is.</summary>
internal static class ProfileCost
{
    private const int Rounds = 5;
    private const int Threads = 30;
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(30);

    /// <returns>The share of the throughput that the profile takes, its writing included.</returns>
    public static Spread Measure()
    {
        using Candidate bolt = CandidateKind.Bolt.Create(Workload.TwoFields, Route.BackgroundNull, Stream.Null);
        using var scraped = new ScrapedProcess(debug: true);
        bool isOver = false;
        long[] done = new long[Threads * 16];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(index => new Thread(() =>
        {
            ulong state = (ulong)index + 1;
            while (!Volatile.Read(ref isOver))
            {
                state = Work(state);
                bolt.Log(Workload.TwoFields, 10);
                Volatile.Write(ref done[index * 16], done[index * 16] + 1);
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();

        scraped.Profile(TimeSpan.FromSeconds(4));
        var lost = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            double free = Throughput(done, static () => Thread.Sleep(s_duration));
            double profiled = Throughput(done, () => scraped.Profile(s_duration));
            lost.Add(1 - (profiled / free));
        }

        Volatile.Write(ref isOver, true);
        foreach (Thread thread in threads)
            thread.Join();

        return Spread.Of(lost);
    }

    private static double Throughput(long[] done, Action meanwhile)
    {
        long before = done.Sum();
        long start = Stopwatch.GetTimestamp();
        meanwhile();
        return (done.Sum() - before) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Work(ulong state)
    {
        for (int i = 0; i < 10_000; i++)
            state = (state ^ (state >> 29)) * 0xBF58476D1CE4E5B9;

        return state;
    }
}
