using System.Diagnostics;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>Short bursts after a pause, the queue drained: a service with little to do. What a background thread's wake-up costs the caller shows here.</summary>
internal static class BurstsRun
{
    private const int Rounds = 5;
    private const int Repeats = 100;
    private static readonly int[] s_sizes = [1, 16, 256];
    private static readonly TimeSpan s_pause = TimeSpan.FromMicroseconds(50);

    public static IEnumerable<BurstRow> Run(IReadOnlyList<CandidateKind> kinds)
    {
        const Route route = Route.BackgroundNull;
        CandidateKind[] present = [.. kinds.Where(static kind => kind.Has(route))];
        Candidate[] candidates = [.. present.Select(static kind => kind.Create(Workload.TwoFields, route, Stream.Null))];
        try
        {
            WarmUp.Run(candidates, Workload.TwoFields);
            var rows = new List<BurstRow>();
            foreach (int size in s_sizes)
            {
                var medians = new List<double>[present.Length];
                for (int round = 0; round < Rounds; round++)
                {
                    for (int turn = 0; turn < present.Length; turn++)
                    {
                        int i = (round + turn) % present.Length;
                        (medians[i] ??= []).Add(Take(candidates[i], size));
                    }
                }

                rows.AddRange(present.Select((kind, i) => new BurstRow(kind, size, Spread.Of(medians[i]))));
            }

            return rows;
        }
        finally
        {
            foreach (Candidate candidate in candidates)
                candidate.Dispose();
        }
    }

    private static double Take(Candidate candidate, int size)
    {
        var times = new double[Repeats];
        for (int i = 0; i < Repeats; i++)
        {
            candidate.Flush();
            long pause = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(pause) < s_pause)
                Thread.SpinWait(10);

            long start = Stopwatch.GetTimestamp();
            candidate.Log(Workload.TwoFields, size);

            // In ticks of the clock: a TimeSpan's are 100 ns.
            times[i] = (Stopwatch.GetTimestamp() - start) * 1e9 / Stopwatch.Frequency / size;
        }

        return Spread.Of(times).Median;
    }
}

/// <summary>A burst after a pause.</summary>
/// <param name="Candidate">By whom.</param>
/// <param name="Size">Events of the burst.</param>
/// <param name="Caller">Nanoseconds an event at the caller: the medians of the rounds.</param>
internal sealed record BurstRow(CandidateKind Candidate, int Size, Spread Caller);
