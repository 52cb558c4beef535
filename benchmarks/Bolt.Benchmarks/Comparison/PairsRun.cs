using System.Diagnostics;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>What one change to the same call costs Bolt, measured in turns: another clock, bound fields.</summary>
internal static class PairsRun
{
    private const int Rounds = 41;
    private const int Events = 20_000;

    public static PairsRow Run()
    {
        using Candidate precise = CandidateKind.Bolt.Create(Workload.TwoFields, Route.BackgroundNull, Stream.Null);
        using Candidate coarse = CandidateKind.BoltCoarse.Create(Workload.TwoFields, Route.BackgroundNull, Stream.Null);
        using Candidate bound = CandidateKind.Bolt.Create(Workload.BoundContext, Route.BackgroundNull, Stream.Null);
        WarmUp.Run([precise, coarse], Workload.TwoFields, static _ => Events, static _ => 20);
        WarmUp.Run([bound], Workload.BoundContext, static _ => Events, static _ => 20);
        var ratios = new List<double>();
        var differences = new List<double>();
        for (int round = -2; round < Rounds; round++)
        {
            double first = Take(precise, Workload.TwoFields);
            double second = Take(coarse, Workload.TwoFields);
            double third = Take(bound, Workload.BoundContext);
            if (round < 0)
                continue;

            ratios.Add(second / first);
            differences.Add(third - first);
        }

        return new PairsRow(Spread.Of(ratios), Spread.Of(differences));
    }

    private static double Take(Candidate candidate, Workload workload)
    {
        long start = Stopwatch.GetTimestamp();
        candidate.Log(workload, Events);
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Events;
        candidate.Flush();
        return nanoseconds;
    }
}

/// <summary>Two fields in the background, to a stream that discards.</summary>
/// <param name="Coarse">Time at the caller with <see cref="LogClock.Coarse"/>, to that with <see cref="LogClock.Precise"/>.</param>
/// <param name="Bound">Nanoseconds that three bound fields add.</param>
internal sealed record PairsRow(Spread Coarse, Spread Bound);
