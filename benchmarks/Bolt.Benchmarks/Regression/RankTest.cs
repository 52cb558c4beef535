namespace Bolt.Benchmarks.Regression;

/// <summary>
/// The rank test of Mann and Whitney: are the values of one sample greater than those of another? It asks only for their order, so that
/// the few rounds that a busy machine stretched tenfold count no more than any other.
/// </summary>
internal static class RankTest
{
    /// <summary>Below this many values the normal approximation is too coarse to decide on.</summary>
    public const int LeastValues = 8;

    /// <summary>The probability to see <paramref name="later"/> so much greater, were both drawn from the same source; one-sided.</summary>
    /// <exception cref="ArgumentException">A sample has fewer than <see cref="LeastValues"/> values.</exception>
    public static double ProbabilityOfGreater(IReadOnlyList<double> earlier, IReadOnlyList<double> later)
    {
        if (earlier.Count < LeastValues || later.Count < LeastValues)
            throw new ArgumentException($"A rank test needs {LeastValues} rounds on either side; there are {earlier.Count} and {later.Count}.");

        (double Value, bool IsLater)[] all = [.. earlier.Select(static value => (value, false)), .. later.Select(static value => (value, true))];
        Array.Sort(all, static (one, other) => one.Value.CompareTo(other.Value));

        double ranks = 0;
        double ties = 0;
        for (int start = 0, end; start < all.Length; start = end)
        {
            end = start + 1;
            while (end < all.Length && all[end].Value.Equals(all[start].Value))
                end++;

            // Equal values share the mean of their ranks.
            double rank = (start + 1 + end) / 2.0;
            for (int i = start; i < end; i++)
                ranks += all[i].IsLater ? rank : 0;

            double equal = end - start;
            ties += (equal * equal * equal) - equal;
        }

        double n = all.Length;
        double statistic = ranks - (later.Count * (later.Count + 1.0) / 2);
        double mean = (double)earlier.Count * later.Count / 2;
        double variance = (double)earlier.Count * later.Count / 12 * (n + 1 - (ties / (n * (n - 1))));
        return variance == 0 ? 1 : UpperTail((statistic - mean - 0.5) / Math.Sqrt(variance));
    }

    /// <summary>Of the normal distribution, by Abramowitz and Stegun 26.2.17: right to 1e-7.</summary>
    private static double UpperTail(double z)
    {
        double t = 1 / (1 + (0.2316419 * Math.Abs(z)));
        double density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        double tail = density * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return z >= 0 ? tail : 1 - tail;
    }
}
