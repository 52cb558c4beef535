namespace Bolt.Benchmarks.Regression;

/// <summary>One bound, and whether a run keeps it.</summary>
/// <param name="Where">Route and workload.</param>
/// <param name="What">The figure, for people.</param>
/// <param name="Measured">Its value, with its unit.</param>
/// <param name="Allowed">The bound, with its unit.</param>
/// <param name="IsMet">Whether it is kept.</param>
/// <param name="IsTime">Whether it is about time, so that a noisy machine may have missed it, or met it, by chance.</param>
internal sealed record Verdict(string Where, string What, string Measured, string Allowed, bool IsMet, bool IsTime = false)
{
    public override string ToString() => $"{(IsMet ? "met    " : "NOT MET")}  {Where}: {What}: {Measured} ({Allowed})";
}
