using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>Two threads that log at once, against one: events a second until everything is with the output.</summary>
internal static class ProducersRun
{
    private const int Rounds = 15;
    private const int Events = 200_000;
    private const int PeerEvents = 50_000;

    public static IEnumerable<ProducersRow> Run(IReadOnlyList<CandidateKind> kinds)
    {
        const Route route = Route.BackgroundNull;
        CandidateKind[] present = [.. kinds.Where(static kind => kind != CandidateKind.Limit && kind.Has(route))];
        Candidate[] candidates = [.. present.Select(static kind => kind.Create(Workload.TwoFields, route, Stream.Null))];
        using var second = new SecondThread();
        try
        {
            var one = new List<double>[present.Length];
            var two = new List<double>[present.Length];
            WarmUp.Run(candidates, Workload.TwoFields);
            for (int round = -2; round < Rounds; round++)
            {
                for (int turn = 0; turn < present.Length; turn++)
                {
                    int i = (round + present.Length + turn) % present.Length;
                    if (present[i] != CandidateKind.Bolt && round > 0 && round % 3 != 0)
                        continue;

                    int events = present[i] == CandidateKind.Bolt ? Events : PeerEvents;
                    double alone = Take(candidates[i], events, null);
                    double together = Take(candidates[i], events, second);
                    if (round < 0)
                        continue;

                    (one[i] ??= []).Add(alone);
                    (two[i] ??= []).Add(together);
                }
            }

            return
            [
                .. present.Select((kind, i) => new ProducersRow(
                    kind, Spread.Of(one[i]), Spread.Of(two[i]), Spread.Of(two[i].Zip(one[i], static (both, alone) => both / alone)))),
            ];
        }
        finally
        {
            foreach (Candidate candidate in candidates)
                candidate.Dispose();
        }
    }

    /// <summary>Of Bolt's records of two threads, how many came out after one that was begun later; and how many there were.</summary>
    public static RecordOrder Order()
    {
        const int count = 100_000;
        using var output = new MemoryStream();
        using (Candidate bolt = CandidateKind.Bolt.Create(Workload.TwoFields, Route.BackgroundNull, output))
        using (var second = new SecondThread())
            Take(bolt, count, second);

        string last = "";
        int records = 0;
        int outOfOrder = 0;
        foreach (string line in Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string time = line[9..36];
            records++;
            if (string.CompareOrdinal(time, last) < 0)
                outOfOrder++;

            last = time;
        }

        return records == 2 * count
            ? new RecordOrder(outOfOrder, records)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Two threads logged {2 * count} events; {records} came out."));
    }

    private static double Take(Candidate candidate, int events, SecondThread? second)
    {
        long start = Stopwatch.GetTimestamp();
        second?.Begin(() => candidate.Log(Workload.TwoFields, events));
        candidate.Log(Workload.TwoFields, events);
        second?.End();
        candidate.Flush();
        return events * (second is null ? 1 : 2) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>A thread that is there all the time, since to start one takes longer than the work.</summary>
    private sealed class SecondThread : IDisposable
    {
        private readonly SemaphoreSlim _begin = new(0);
        private readonly SemaphoreSlim _end = new(0);
        private readonly Thread _thread;
        private Action? _work;

        public SecondThread()
        {
            _thread = new Thread(Run) { IsBackground = true };
            _thread.Start();
        }

        public void Begin(Action work)
        {
            _work = work;
            _begin.Release();
        }

        public void End() => _end.Wait();

        public void Dispose()
        {
            Begin(null!);
            _thread.Join();
            _begin.Dispose();
            _end.Dispose();
        }

        private void Run()
        {
            while (true)
            {
                _begin.Wait();
                if (_work is not { } work)
                    return;

                work();
                _end.Release();
            }
        }
    }
}

/// <summary>Two threads against one.</summary>
/// <param name="Candidate">By whom.</param>
/// <param name="One">Events a second of one thread, until flushed.</param>
/// <param name="Two">Events a second of two threads, until flushed.</param>
/// <param name="Ratio">Two to one, in the same round.</param>
internal sealed record ProducersRow(CandidateKind Candidate, Spread One, Spread Two, Spread Ratio);

/// <summary>The order of what two threads of Bolt's logged at once.</summary>
/// <param name="OutOfOrder">Records that came out after one with a later time.</param>
/// <param name="Records">How many there were.</param>
internal sealed record RecordOrder(int OutOfOrder, int Records);
