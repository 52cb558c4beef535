namespace Bolt.Benchmarks.Startup;

/// <summary>When a child process is compiled.</summary>
internal enum Compilation
{
    /// <summary>While it runs.</summary>
    Jit,

    /// <summary>Before, by NativeAOT.</summary>
    Aot,
}
