using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Reports;

/// <summary>One bound in every run: it holds where at least two of three runs keep it, or the same share of fewer.</summary>
/// <param name="Name">The figure, for people.</param>
/// <param name="Allowed">The bound, for people.</param>
/// <param name="Bounds">As each run measured it, or did not.</param>
internal sealed record BoundsOverRuns(string Name, string Allowed, IReadOnlyList<Bound> Bounds)
{
    public int Measured => Bounds.Count(static bound => bound.Measured is not null);

    public int Met => Bounds.Count(static bound => bound.IsMet);

    public bool Holds => Measured > 0 && Met * 3 >= Measured * 2;

    /// <summary>The bounds of <c>compare</c>, and then those of one run each.</summary>
    public static IReadOnlyList<BoundsOverRuns> Of(Measurements measurements)
    {
        IReadOnlyList<Bound>[] runs = [.. measurements.Runs.Select(static one => ComparisonBounds.All(one.Run))];
        IEnumerable<BoundsOverRuns> compared = runs.Length == 0 ? [] : runs[0].Select((first, i) => Of([.. runs.Select(run => run[i])]));
        return [.. compared, .. measurements.OtherBounds().Select(static bound => Of([bound]))];
    }

    private static BoundsOverRuns Of(Bound[] bounds) => new(bounds[0].What, bounds[0].Allowed(), bounds);
}
