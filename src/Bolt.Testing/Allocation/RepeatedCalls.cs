using System.Diagnostics;
using System.Runtime;

namespace Bolt.Testing.Allocation;

/// <summary>An action, called again and again.</summary>
internal sealed class RepeatedCalls<TState>(TState state, Action<TState> action) : IRepeatedCalls
{
    private const int WarmUp = 100;
    private const int LeastPerRound = 1000;
    private const int MostPerRound = 10_000;

    /// <summary>Calls between two looks at the clock.</summary>
    private const int Block = 100;

    /// <summary>More calls than these show nothing new: what allocates ever more rarely, such as a growing list, allocates.</summary>
    private const int MostCalls = 1_000_000;

    private const int RoundsToFail = 3;

    private static readonly TimeSpan s_round = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    /// <summary>The runtime optimises methods when for 100 ms no new one has been called.</summary>
    private static readonly TimeSpan s_optimising = TimeSpan.FromMilliseconds(120);

    /// <summary>
    /// Calls the action until it has not allocated for as many calls as before, which is at once where it never does; or until it has done so several
    /// times although the compiler had nothing more to optimise.
    /// </summary>
    /// <param name="allowed">Bytes per call that do not matter.</param>
    /// <returns>The last calls that allocated; null if the action does not allocate.</returns>
    internal Round? FindAllocation(long allowed)
    {
        long start = Stopwatch.GetTimestamp();
        Call(WarmUp);
        int before = 0;
        int since = 0;
        int settled = 0;
        Round found = default;
        while (true)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            Round round = Measure();
            if (round.Bytes <= allowed * round.Calls)
            {
                since += round.Calls;
                if (since >= before)
                    return null;

                if (before + since >= MostCalls || Stopwatch.GetElapsedTime(start) > s_longest)
                    return found;

                continue;
            }

            before += since + round.Calls;
            since = 0;
            found = round;
            if (++settled >= RoundsToFail || before >= MostCalls || Stopwatch.GetElapsedTime(start) > s_longest)
                return found;

            Thread.Sleep(s_optimising);
            if (JitInfo.GetCompiledMethodCount() != compiled)
                settled = 0;
        }
    }

    public void Call(int calls)
    {
        for (int i = 0; i < calls; i++)
            action(state);
    }

    private Round Measure()
    {
        long start = Stopwatch.GetTimestamp();
        long before = GC.GetAllocatedBytesForCurrentThread();
        int calls = 0;
        do
        {
            Call(Block);
            calls += Block;
        }
        while (calls < MostPerRound && (calls < LeastPerRound || Stopwatch.GetElapsedTime(start) < s_round));

        return new Round(calls, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
