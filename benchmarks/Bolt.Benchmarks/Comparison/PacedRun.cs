using System.Diagnostics;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;
using Bolt.Sinks;

namespace Bolt.Benchmarks.Comparison;

/// <summary>
/// How long single calls take at a steady 250,000 events a second, each call timed by itself: what an application feels. Only percentiles
/// tell of it, and only a paced load shows them: in a burst they are the queue's.
/// </summary>
internal static class PacedRun
{
    private const int EventsPerSecond = 250_000;
    private const int Rounds = 7;
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(0.4);

    public static IEnumerable<PacedRow> Run(Route route, IReadOnlyList<CandidateKind> kinds)
    {
        CandidateKind[] present = [.. kinds.Where(kind => kind.Has(route))];
        var outputs = new Output[present.Length];
        var candidates = new Candidate[present.Length];
        CountingSink? counting = null;
        try
        {
            for (int i = 0; i < present.Length; i++)
            {
                outputs[i] = new Output(route);
                candidates[i] = present[i] == CandidateKind.Bolt
                    ? BoltCalls.Create(Workload.TwoFields, route, outputs[i].Stream, around: sink => counting = new CountingSink(sink))
                    : present[i].Create(Workload.TwoFields, route, outputs[i].Stream);
            }

            var latencies = new long[(int)(EventsPerSecond * s_duration.TotalSeconds)];
            WarmUp.Run(candidates, Workload.TwoFields, static _ => 10_000, static _ => 3, i => outputs[i].Empty());
            var rounds = new List<Latencies>[present.Length];
            for (int round = 0; round < Rounds; round++)
            {
                for (int turn = 0; turn < present.Length; turn++)
                {
                    int i = (round + turn) % present.Length;
                    (rounds[i] ??= []).Add(Take(candidates[i], latencies, present[i] == CandidateKind.Bolt ? counting : null));
                    outputs[i].Empty();
                }
            }

            return
            [
                .. present.Select((kind, i) => new PacedRow(
                    route,
                    kind,
                    EventsPerSecond,
                    latencies.Length,
                    Over(rounds[i], static one => one.P50),
                    Over(rounds[i], static one => one.P99),
                    Over(rounds[i], static one => one.P999),
                    Over(rounds[i], static one => one.P9999),
                    Over(rounds[i], static one => one.Most),
                    kind == CandidateKind.Bolt ? rounds[i].Sum(static one => one.Writes) : null,
                    kind == CandidateKind.Bolt ? rounds[i].Sum(static one => one.CallerWrites) : null)),
            ];
        }
        finally
        {
            foreach (Candidate? candidate in candidates)
                candidate?.Dispose();

            foreach (Output? output in outputs)
                output?.Dispose();
        }
    }

    private static Spread Over(List<Latencies> rounds, Func<Latencies, double> percentile) => Spread.Of(rounds.Select(percentile));

    private static Latencies Take(Candidate candidate, long[] latencies, CountingSink? counting)
    {
        candidate.Flush();
        long writes = counting?.Writes ?? 0;
        long callerWrites = counting?.CallerWrites ?? 0;
        long start = Stopwatch.GetTimestamp();
        double ticks = (double)Stopwatch.Frequency / EventsPerSecond;
        for (int i = 0; i < latencies.Length; i++)
        {
            // A call that took too long is not made up for: the next ones are late, but as far apart.
            long now = Stopwatch.GetTimestamp();
            long due = start + (long)(i * ticks);
            if (now > due + (long)ticks)
            {
                start += now - due;
                due = now;
            }

            while (now < due)
                now = Stopwatch.GetTimestamp();

            candidate.Log(Workload.TwoFields, 1);
            latencies[i] = Stopwatch.GetTimestamp() - now;
        }

        // Before the flush, which may write on the caller's thread.
        writes = (counting?.Writes ?? 0) - writes;
        callerWrites = (counting?.CallerWrites ?? 0) - callerWrites;
        candidate.Flush();
        Array.Sort(latencies);
        double At(double share) => latencies[Math.Min(latencies.Length - 1, (int)(latencies.Length * share))] * 1e9 / Stopwatch.Frequency;
        return new Latencies(At(0.5), At(0.99), At(0.999), At(0.9999), At(1), writes, callerWrites);
    }

    private readonly record struct Latencies(double P50, double P99, double P999, double P9999, double Most, long Writes, long CallerWrites);
}
