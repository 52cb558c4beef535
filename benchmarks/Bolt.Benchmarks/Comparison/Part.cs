namespace Bolt.Benchmarks.Comparison;

/// <summary>What <c>compare</c> measures, one after the other.</summary>
internal enum Part
{
    /// <summary>Bursts of each workload and route.</summary>
    Rows,

    /// <summary><see cref="PairsRun"/>.</summary>
    Pairs,

    /// <summary><see cref="PacedRun"/>.</summary>
    Paced,

    /// <summary><see cref="BurstsRun"/>.</summary>
    Bursts,

    /// <summary><see cref="ProducersRun"/>.</summary>
    Producers,

    /// <summary><see cref="SynchronousFileRun"/>.</summary>
    SynchronousFile,
}
