namespace Bolt.Benchmarks.Comparison;

/// <summary>A regression put into Bolt on purpose, to see that the performance check finds it.</summary>
internal enum Plant
{
    /// <summary>The whole call takes a fifth longer.</summary>
    Slow,

    /// <summary>An event allocates one byte.</summary>
    Allocate,
}
