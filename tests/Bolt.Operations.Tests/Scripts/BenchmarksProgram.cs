namespace Bolt.Operations.Tests.Scripts;

/// <summary>benchmarks/Bolt.Benchmarks as it was built with this test: in Release where nothing else is asked for, whatever this test is.</summary>
internal static class BenchmarksProgram
{
    public static string Path { get; } = new[] { Repository.Configuration.ToLowerInvariant(), "release" }
        .Select(static configuration => Repository.PathOf("artifacts", "bin", "Bolt.Benchmarks", configuration, "Bolt.Benchmarks.dll"))
        .MaxBy(File.GetLastWriteTimeUtc)!;
}
