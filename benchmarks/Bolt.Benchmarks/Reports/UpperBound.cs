using System.Globalization;

namespace Bolt.Benchmarks.Reports;

/// <summary>A figure that Bolt must not exceed.</summary>
/// <param name="What">The figure, for people.</param>
/// <param name="Measured">Its median.</param>
/// <param name="Most">The bound.</param>
internal sealed record UpperBound(string What, double Measured, double Most)
{
    public bool IsMet => Measured <= Most;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(IsMet ? "met    " : "NOT MET")}  {What}: {Measured:0.###} (at most {Most:0.###})");
}
