namespace Bolt.Benchmarks.Workloads;

/// <summary>How records leave the caller, and where they go.</summary>
public enum Route
{
    /// <summary>Written by the caller, to a stream that discards.</summary>
    SynchronousNull,

    /// <summary>Written by another thread or in batches, to a stream that discards.</summary>
    BackgroundNull,

    /// <summary>Written by another thread or in batches, to a file.</summary>
    BackgroundFile,
}
