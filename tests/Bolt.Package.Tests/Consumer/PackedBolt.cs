namespace Bolt.Package.Tests.Consumer;

/// <summary>
/// The package, packed from the sources by this test run, under a version that no cache can hold, into a folder that no other build uses.
/// </summary>
public sealed class PackedBolt : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public PackedBolt()
    {
        Version = $"0.0.1-test.{Environment.ProcessId}.{Environment.TickCount64}";
        DotNet.Pack(Repository.Root, "src/Bolt.Runtime/Bolt.Runtime.csproj", "-c", "Release", $"-p:ArtifactsPath={_directory.PathOf("artifacts")}", $"-p:Version={Version}").MustSucceed();
        Feed = _directory.PathOf("artifacts/package/release");
    }

    /// <summary>The version of the package.</summary>
    public string Version { get; }

    /// <summary>The folder with the package.</summary>
    public string Feed { get; }

    /// <summary>Where consumers put the packages that they restore: shared, so that Bolt is unpacked once.</summary>
    public string Restored => _directory.PathOf("packages");

    public string PathOf(string extension) => Path.Combine(Feed, $"Bolt.{Version}.{extension}");

    public void Dispose() => _directory.Dispose();
}

/// <summary>The tests that use the package: one after the other, since each is a build.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedBolt>
{
    public const string Name = "package";
}
