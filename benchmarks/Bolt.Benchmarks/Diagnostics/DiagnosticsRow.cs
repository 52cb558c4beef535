using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Diagnostics;

/// <summary>What observing a process costs it.</summary>
/// <param name="What">The figure, with its unit, for people.</param>
/// <param name="Spread">Over the rounds.</param>
internal sealed record DiagnosticsRow(string What, Spread Spread);
