namespace Bolt.Package.Tests.Consumer;

/// <summary>
/// The packages, packed from the sources by this test run, under a version that no cache can hold, into a folder that no other build uses.
/// </summary>
public sealed class PackedBolt : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Lazy<string> _newer;

    public PackedBolt()
    {
        Version = $"0.0.1-test.{Environment.ProcessId}.{Environment.TickCount64}";
        Feed = _directory.PathOf("artifacts/package/release");
        NewerFeed = Directory.CreateDirectory(_directory.PathOf("newer")).FullName;
        _newer = new Lazy<string>(PackNewerAnalyzers);

        Pack("src/Bolt.Runtime/Bolt.Runtime.csproj", $"-p:Version={Version}");
        Pack("src/Bolt.Analyzers/Bolt.Analyzers.csproj", $"-p:Version={Version}");
        Pack("src/Bolt.Diagnostics/Bolt.Diagnostics.csproj", $"-p:Version={Version}");
        Pack("src/Bolt.OpenTelemetry/Bolt.OpenTelemetry.csproj", $"-p:Version={Version}");
        Pack("src/Bolt.Testing/Bolt.Testing.csproj", $"-p:Version={Version}");
    }

    /// <summary>The version of the packages.</summary>
    public string Version { get; }

    /// <summary>The folder with the packages.</summary>
    public string Feed { get; }

    /// <summary>The folder with a newer version of Bolt.Analyzers alone, once somebody has asked for it.</summary>
    public string NewerFeed { get; }

    /// <summary>That newer version.</summary>
    public string NewerAnalyzers => _newer.Value;

    /// <summary>Where consumers put the packages that they restore: shared, so that Bolt is unpacked once.</summary>
    public string Restored => _directory.PathOf("packages");

    public string PathOf(string id, string extension) => Path.Combine(Feed, $"{id}.{Version}.{extension}");

    public void Dispose() => _directory.Dispose();

    private string PackNewerAnalyzers()
    {
        string version = Version.Replace("0.0.1", "0.0.2", StringComparison.Ordinal);
        Pack("src/Bolt.Analyzers/Bolt.Analyzers.csproj", $"-p:Version={version}", "-o", NewerFeed);
        return version;
    }

    private void Pack(string project, params string[] arguments) =>
        DotNet.Pack(Repository.Root, [project, "-c", "Release", $"-p:ArtifactsPath={_directory.PathOf("artifacts")}", .. arguments]).MustSucceed();
}

/// <summary>The tests that use the package: one after the other, since each is a build.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedBolt>
{
    public const string Name = "package";
}
