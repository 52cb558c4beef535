using System.Runtime;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>
/// Enough calls, and enough time between, for the compiler to have finished with every method: those that log, and those that deliver,
/// which are called once for hundreds of events.
/// </summary>
internal static class WarmUp
{
    private const int LeastPasses = 3;
    private const int MostPasses = 30;
    private const int Calls = 40;
    private const int EventsACall = 50;

    /// <summary>The compiler takes up what was called often when nothing new has been called for 100 ms.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    /// <param name="candidates">Who is to be measured.</param>
    /// <param name="workload">What they will log.</param>
    /// <param name="burst">Events of a burst, by the candidate's place.</param>
    /// <param name="bursts">How many such bursts a pass, by the candidate's place.</param>
    /// <param name="after">Called after each burst.</param>
    public static void Run(IReadOnlyList<Candidate> candidates, Workload workload, Func<int, int> burst, Func<int, int> bursts, Action<int>? after = null)
    {
        // Until a whole pass has compiled nothing: three are too few for what is measured first.
        long compiled = -1;
        for (int pass = 0; pass < LeastPasses || (pass < MostPasses && compiled != JitInfo.GetCompiledMethodCount()); pass++)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            for (int i = 0; i < candidates.Count; i++)
            {
                for (int call = 0; call < Calls; call++)
                    candidates[i].Log(workload, EventsACall);

                for (int done = 0; done < bursts(i); done++)
                {
                    candidates[i].Log(workload, burst(i));
                    candidates[i].Flush();
                    after?.Invoke(i);
                }
            }

            Thread.Sleep(s_pause);
        }
    }

    /// <summary>As above, with what is enough for short measurements.</summary>
    public static void Run(IReadOnlyList<Candidate> candidates, Workload workload) => Run(candidates, workload, static _ => 10_000, static _ => 3);
}
