using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Reports;

/// <summary>One figure that stands for itself.</summary>
/// <param name="What">The figure, with its unit, for people.</param>
/// <param name="Spread">Over the rounds.</param>
internal sealed record FigureRow(string What, Spread Spread);
