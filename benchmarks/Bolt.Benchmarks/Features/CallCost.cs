using System.Diagnostics;
using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Features;

/// <summary>The same number of calls in two ways, in turns: the second against the first.</summary>
/// <param name="Ratio">Time of the second to that of the first.</param>
/// <param name="Nanoseconds">What the second costs more, a call.</param>
/// <param name="Bytes">What the caller allocates in the second, a call; the least of the rounds, since others may disturb one.</param>
internal sealed record CallCost(Spread Ratio, Spread Nanoseconds, double Bytes)
{
    public const int Rounds = 41;
    private const int BurstCalls = 20_000;
    private const int WarmUps = 60;

    /// <param name="first">Makes that many calls.</param>
    /// <param name="second">Makes that many calls.</param>
    /// <param name="flush">Waits until what was logged is with the sinks; not measured.</param>
    /// <param name="burst">How many calls are made between two flushes: where a sink is slow, fewer than the event pool holds, or the wait for room would be measured.</param>
    public static CallCost Measure(Action<int> first, Action<int> second, Action flush, int burst = BurstCalls)
    {
        for (int i = 0; i < WarmUps * (BurstCalls / burst); i++)
        {
            Take(first, flush, burst, out _);
            Take(second, flush, burst, out _);
            if (i % (10 * (BurstCalls / burst)) == 0)
                Thread.Sleep(100);
        }

        var ratios = new List<double>();
        var differences = new List<double>();
        double bytes = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            double one = Take(first, flush, burst, out _);
            double other = Take(second, flush, burst, out double allocated);
            ratios.Add(other / one);
            differences.Add(other - one);
            bytes = Math.Min(bytes, allocated);
        }

        return new CallCost(Spread.Of(ratios), Spread.Of(differences), bytes);
    }

    private static double Take(Action<int> calls, Action flush, int burst, out double bytes)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        calls(burst);
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / burst;
        bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / burst;
        flush();
        return nanoseconds;
    }
}
