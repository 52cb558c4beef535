namespace Bolt.Operations.Tests.Scripts;

/// <summary>benchmarks/Bolt.Benchmarks as it was built with this test.</summary>
internal static class BenchmarksProgram
{
    public static string Path { get; } = Repository.PathOf("artifacts", "bin", "Bolt.Benchmarks", Repository.Configuration.ToLowerInvariant(), "Bolt.Benchmarks.dll");
}
