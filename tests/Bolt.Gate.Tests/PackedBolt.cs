namespace Bolt.Gate.Tests;

/// <summary>The package, packed from the sources by this test run, under a version that no cache can hold, into a folder that no other build uses.</summary>
public sealed class PackedBolt : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public PackedBolt()
    {
        Version = $"0.0.1-gate.{Environment.ProcessId}.{Environment.TickCount64}";
        DotNet.Pack(Repository.Root, "src/Bolt.Runtime/Bolt.Runtime.csproj", "-c", "Release", $"-p:ArtifactsPath={_directory.PathOf("artifacts")}", $"-p:Version={Version}").MustSucceed();
    }

    public string Version { get; }

    public string Feed => _directory.PathOf("artifacts/package/release");

    public string Restored => _directory.PathOf("packages");

    public void Dispose() => _directory.Dispose();
}

/// <summary>The tests that build projects which use the package: one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ConsumerCollection : ICollectionFixture<PackedBolt>
{
    public const string Name = "consumers";
}
