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
    private const int Calls = 20_000;
    private const int WarmUps = 60;

    /// <param name="first">Makes that many calls.</param>
    /// <param name="second">Makes that many calls.</param>
    /// <param name="flush">Waits until what was logged is with the sinks; not measured.</param>
    public static CallCost Measure(Action<int> first, Action<int> second, Action flush)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            Take(first, flush, out _);
            Take(second, flush, out _);
            if (i % 10 == 0)
                Thread.Sleep(100);
        }

        var ratios = new List<double>();
        var differences = new List<double>();
        double bytes = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            double one = Take(first, flush, out _);
            double other = Take(second, flush, out double allocated);
            ratios.Add(other / one);
            differences.Add(other - one);
            bytes = Math.Min(bytes, allocated);
        }

        return new CallCost(Spread.Of(ratios), Spread.Of(differences), bytes);
    }

    private static double Take(Action<int> calls, Action flush, out double bytes)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        calls(Calls);
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
        bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / Calls;
        flush();
        return nanoseconds;
    }
}
