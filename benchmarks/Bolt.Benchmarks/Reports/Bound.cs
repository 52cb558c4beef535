using System.Globalization;

namespace Bolt.Benchmarks.Reports;

/// <summary>A bound on one figure; medians decide.</summary>
/// <param name="What">The figure, for people.</param>
/// <param name="Measured">Its median; null where it was not measured.</param>
/// <param name="Limit">The bound.</param>
/// <param name="IsLeast">Whether the figure must be at least the bound; else at most.</param>
internal sealed record Bound(string What, double? Measured, double Limit, bool IsLeast = false)
{
    /// <summary>What was not measured is not met either.</summary>
    public bool IsMet => IsLeast ? Measured >= Limit : Measured <= Limit;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsMet ? "met    " : "NOT MET")}  {What}: {Measured:0.###} ({Allowed()})");

    public string Allowed() => string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? "at least" : "at most")} {Limit:0.###}");
}
