using System.Diagnostics;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>
/// Measures the candidates of one workload and route in turns (A B C, B C A, …), so that whatever else the machine does falls on all of
/// them, and each round gives a ratio of its own.
/// </summary>
internal sealed class InterleavedRun(ComparisonOptions options)
{
    /// <summary>Peers take part in one round of this many: their medians need fewer samples than ratios near one.</summary>
    private const int PeersEvery = 4;

    public IReadOnlyList<Row> Run(Route route, Workload workload)
    {
        CandidateKind[] kinds = [.. options.Candidates.Where(kind => kind.Has(route))];
        var outputs = new Output[kinds.Length];
        var candidates = new Candidate[kinds.Length];
        try
        {
            for (int i = 0; i < kinds.Length; i++)
            {
                outputs[i] = new Output(route);
                candidates[i] = kinds[i].Create(workload, route, outputs[i].Stream);
                if (kinds[i] == CandidateKind.Bolt && options.Plant is { } plant)
                    candidates[i] = new PlantedCandidate(candidates[i], plant);
            }

            WarmUp.Run(
                candidates,
                workload,
                i => EventsOf(kinds[i], workload),
                i => IsShort(kinds[i]) && workload != Workload.Exception ? 20 : 1,
                i => outputs[i].Empty());

            var samples = new Sample?[kinds.Length][];
            for (int i = 0; i < kinds.Length; i++)
                samples[i] = new Sample?[options.Rounds];

            for (int round = 0; round < options.Rounds; round++)
            {
                for (int turn = 0; turn < kinds.Length; turn++)
                {
                    int i = (round + turn) % kinds.Length;
                    if (!IsShort(kinds[i]) && round % PeersEvery != 0)
                        continue;

                    samples[i][round] = Take(candidates[i], workload, EventsOf(kinds[i], workload));
                    outputs[i].Empty();
                }
            }

            return [.. kinds.Select((kind, i) => RowOf(
                route, workload, kind, candidates[i].Errors, samples[i], samples[Array.IndexOf(kinds, CandidateKind.Limit)]))];
        }
        finally
        {
            foreach (Candidate? candidate in candidates)
                candidate?.Dispose();

            foreach (Output? output in outputs)
                output?.Dispose();
        }
    }

    /// <summary>Whether the candidate's events take so little time that it can be in every round.</summary>
    private static bool IsShort(CandidateKind kind) => !kind.IsPeer();

    /// <summary>Peers log longer bursts, so that their queues of 10,000 events fill several times.</summary>
    private int EventsOf(CandidateKind kind, Workload workload)
    {
        int events = IsShort(kind) ? options.Events : options.PeerEvents;
        return workload is Workload.Exception or Workload.LongAscii or Workload.LongMixed ? events / 10 : events;
    }

    private static Sample Take(Candidate candidate, Workload workload, int events)
    {
        long total = GC.GetTotalAllocatedBytes(precise: true);
        long own = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        candidate.Log(workload, events);
        long called = Stopwatch.GetTimestamp();
        candidate.Flush();
        long flushed = Stopwatch.GetTimestamp();
        processor = Environment.CpuUsage.TotalTime - processor;
        own = GC.GetAllocatedBytesForCurrentThread() - own;
        total = GC.GetTotalAllocatedBytes(precise: true) - total;

        double nanoseconds = 1e9 / Stopwatch.Frequency / events;
        return new Sample(
            (called - start) * nanoseconds,
            (flushed - start) * nanoseconds,
            processor.TotalNanoseconds / events,
            (double)own / events,
            (double)total / events);
    }

    private Row RowOf(Route route, Workload workload, CandidateKind kind, long? errors, Sample?[] samples, Sample?[] limit)
    {
        (Sample Own, Sample Limit)[] taken = [.. samples.Zip(limit).Where(static pair => pair.First.HasValue).Select(static pair => (pair.First!.Value, pair.Second!.Value))];
        Spread Over(Func<Sample, Sample, double> figure) => Spread.Of(taken.Select(pair => figure(pair.Own, pair.Limit)));
        return new Row(
            route,
            workload,
            kind,
            EventsOf(kind, workload),
            taken.Length,
            Over(static (own, _) => own.Caller),
            Over(static (own, _) => own.Flushed),
            Over(static (own, _) => own.Processor),
            Over(static (own, limit) => own.Caller / limit.Caller),
            Over(static (own, limit) => own.Flushed / limit.Caller),
            Over(static (own, limit) => own.Processor / limit.Processor),
            Noise([.. taken.Select(static pair => pair.Own.Caller).Order()]),
            Over(static (own, limit) => own.Caller - limit.Caller),
            Over(static (own, _) => own.CallerBytes).Median,
            Over(static (own, _) => own.TotalBytes).Median,
            [.. taken.Select(static pair => Math.Round(pair.Own.Caller / pair.Limit.Caller, 4))],
            errors,
            (long)EventsOf(kind, workload) * taken.Length);
    }

    private static double Noise(double[] sorted) => (sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4]) / sorted[sorted.Length / 2];
}
