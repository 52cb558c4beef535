using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Bolt.Package.Tests.Consumer;

namespace Bolt.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackedBolt bolt)
{
    private const string CompilerComponents = "analyzers/dotnet/cs/";

    /// <summary>What a compiler of Roslyn 4.14 has loaded itself, by version at most; an IDE and dotnet format have the workspaces as well.</summary>
    private static readonly Dictionary<string, Version> s_compiler = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 14, 0, 0),
        ["System.Buffers"] = new(4, 0, 4, 0),
        ["System.Collections.Immutable"] = new(9, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 2, 0),
        ["System.Numerics.Vectors"] = new(4, 1, 5, 0),
        ["System.Reflection.Metadata"] = new(9, 0, 0, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 1, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 1, 0),
    };

    private static readonly Dictionary<string, Version> s_workspaces = new(s_compiler)
    {
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 14, 0, 0),
        ["System.Composition.AttributedModel"] = new(9, 0, 0, 0),
    };

    [Fact]
    public void The_package_holds_exactly_these_files() =>
        Assert.Equal(
            [
                "Bolt.nuspec",
                "README.md",
                "analyzers/dotnet/cs/Bolt.Analyzers.dll",
                "analyzers/dotnet/cs/Bolt.CodeFixes.dll",
                "analyzers/dotnet/cs/Bolt.Generators.dll",
                "buildTransitive/Bolt.Compiler.targets",
                "buildTransitive/Bolt.Events.targets",
                "buildTransitive/Bolt.Gate.targets",
                "buildTransitive/Bolt.targets",
                "buildTransitive/bolt.gate.globalconfig",
                "lib/net10.0/Bolt.Runtime.dll",
                "lib/net10.0/Bolt.Runtime.xml",
                "tasks/netstandard2.0/Bolt.Gate.dll",
            ],
            FilesOf("Bolt", "nupkg"));

    [Fact]
    public void The_symbols_are_a_package_of_their_own() => Assert.Equal(["Bolt.nuspec", "lib/net10.0/Bolt.Runtime.pdb"], FilesOf("Bolt", "snupkg"));

    [Fact]
    public void The_analyzers_alone_are_exactly_these_files() =>
        Assert.Equal(
            [
                "Bolt.Analyzers.nuspec",
                "README.md",
                "analyzers/dotnet/cs/Bolt.Analyzers.dll",
                "analyzers/dotnet/cs/Bolt.CodeFixes.dll",
                "buildTransitive/Bolt.Analyzers.targets",
                "buildTransitive/Bolt.Compiler.targets",
                "buildTransitive/Bolt.Gate.targets",
                "buildTransitive/BoltContracts.cs",
                "buildTransitive/bolt.gate.globalconfig",
                "tasks/netstandard2.0/Bolt.Gate.dll",
            ],
            FilesOf("Bolt.Analyzers", "nupkg"));

    [Fact]
    public void The_diagnostics_are_exactly_these_files()
    {
        Assert.Equal(["Bolt.Diagnostics.nuspec", "README.md", "lib/net10.0/Bolt.Diagnostics.dll", "lib/net10.0/Bolt.Diagnostics.xml"], FilesOf("Bolt.Diagnostics", "nupkg"));
        Assert.Equal(["Bolt.Diagnostics.nuspec", "lib/net10.0/Bolt.Diagnostics.pdb"], FilesOf("Bolt.Diagnostics", "snupkg"));
    }

    [Fact]
    public void The_OTLP_sink_is_exactly_these_files()
    {
        Assert.Equal(["Bolt.OpenTelemetry.nuspec", "README.md", "lib/net10.0/Bolt.OpenTelemetry.dll", "lib/net10.0/Bolt.OpenTelemetry.xml"], FilesOf("Bolt.OpenTelemetry", "nupkg"));
        Assert.Equal(["Bolt.OpenTelemetry.nuspec", "lib/net10.0/Bolt.OpenTelemetry.pdb"], FilesOf("Bolt.OpenTelemetry", "snupkg"));
    }

    [Fact]
    public void The_testing_package_is_exactly_these_files()
    {
        Assert.Equal(["Bolt.Testing.nuspec", "README.md", "lib/net10.0/Bolt.Testing.dll", "lib/net10.0/Bolt.Testing.xml"], FilesOf("Bolt.Testing", "nupkg"));
        Assert.Equal(["Bolt.Testing.nuspec", "lib/net10.0/Bolt.Testing.pdb"], FilesOf("Bolt.Testing", "snupkg"));
    }

    [Fact]
    public void Nothing_else_was_packed() =>
        Assert.Equal(
            [
                $"Bolt.{bolt.Version}.nupkg", $"Bolt.{bolt.Version}.snupkg", $"Bolt.Analyzers.{bolt.Version}.nupkg",
                $"Bolt.Diagnostics.{bolt.Version}.nupkg", $"Bolt.Diagnostics.{bolt.Version}.snupkg",
                $"Bolt.OpenTelemetry.{bolt.Version}.nupkg", $"Bolt.OpenTelemetry.{bolt.Version}.snupkg",
                $"Bolt.Testing.{bolt.Version}.nupkg", $"Bolt.Testing.{bolt.Version}.snupkg",
            ],
            Directory.GetFiles(bolt.Feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void The_manifest_names_licence_readme_and_the_dependencies()
    {
        XElement metadata = Manifest("Bolt");
        XNamespace space = metadata.Name.Namespace;

        Assert.Equal("Bolt", metadata.Element(space + "id")!.Value);
        Assert.Equal("MIT", metadata.Element(space + "license")!.Value);
        Assert.Equal("README.md", metadata.Element(space + "readme")!.Value);

        // It would take the library away from who adds the package.
        Assert.Null(metadata.Element(space + "developmentDependency"));
        XElement group = Assert.Single(metadata.Element(space + "dependencies")!.Elements());
        Assert.Equal("net10.0", group.Attribute("targetFramework")!.Value);
        Assert.Equal(
            [
                ("Microsoft.Extensions.Compliance.Abstractions", "10.0.0"), ("Microsoft.Extensions.Configuration.FileExtensions", "10.0.0"),
                ("Microsoft.Extensions.DependencyInjection", "10.0.0"), ("Microsoft.Extensions.Logging", "10.0.0"),
                ("Microsoft.Extensions.Logging.Abstractions", "10.0.0"), ("Microsoft.Extensions.Logging.Configuration", "10.0.0"),
            ],
            group.Elements().Select(static dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)).Order());
    }

    [Fact]
    public void The_diagnostics_bring_the_runtime_the_exporter_and_the_profiler_s_libraries()
    {
        XElement metadata = Manifest("Bolt.Diagnostics");
        XNamespace space = metadata.Name.Namespace;
        string[] dependencies = [.. metadata.Descendants(space + "dependency").Select(static dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "Bolt", "Microsoft.Diagnostics.NETCore.Client", "Microsoft.Diagnostics.Tracing.TraceEvent", "Microsoft.Extensions.Compliance.Abstractions",
                "Microsoft.Extensions.Configuration.FileExtensions", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging",
                "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Logging.Configuration", "OpenTelemetry.Exporter.Prometheus.HttpListener",
            ],
            dependencies);
        Assert.Equal(bolt.Version, metadata.Descendants(space + "dependency").Single(static dependency => dependency.Attribute("id")!.Value == "Bolt").Attribute("version")!.Value);
    }

    [Fact]
    public void The_OTLP_sink_brings_the_runtime_and_the_SDK_s_exporter_which_are_stable()
    {
        XElement metadata = Manifest("Bolt.OpenTelemetry");
        XNamespace space = metadata.Name.Namespace;
        Dictionary<string, string> dependencies = metadata.Descendants(space + "dependency")
            .ToDictionary(static dependency => dependency.Attribute("id")!.Value, static dependency => dependency.Attribute("version")!.Value);
        Assert.True(dependencies.Remove("Bolt", out string? version));
        Assert.Equal(bolt.Version, version);
        Assert.Contains("OpenTelemetry.Exporter.OpenTelemetryProtocol", dependencies);
        Assert.All(dependencies, static dependency => Assert.DoesNotContain('-', dependency.Value));
    }

    [Fact]
    public void The_testing_package_brings_the_runtime_and_no_test_framework()
    {
        XElement metadata = Manifest("Bolt.Testing");
        XNamespace space = metadata.Name.Namespace;
        (string Id, string Version)[] dependencies =
            [.. metadata.Descendants(space + "dependency").Select(static dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value))];
        Assert.Contains(("Bolt", bolt.Version), dependencies);
        Assert.Contains(("Microsoft.Extensions.Logging.Abstractions", "10.0.0"), dependencies);
        Assert.All(dependencies, dependency => Assert.True(
            dependency.Id == "Bolt" || (dependency.Id.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && dependency.Version == "10.0.0"), $"{dependency.Id} {dependency.Version}"));
        Assert.Equal("MIT", metadata.Element(space + "license")!.Value);
    }

    [Fact]
    public void The_analyzers_alone_are_a_development_dependency_that_needs_nothing()
    {
        XElement metadata = Manifest("Bolt.Analyzers");
        XNamespace space = metadata.Name.Namespace;

        Assert.Equal("true", metadata.Element(space + "developmentDependency")!.Value);
        Assert.Equal("MIT", metadata.Element(space + "license")!.Value);
        Assert.Equal("README.md", metadata.Element(space + "readme")!.Value);
        Assert.Null(metadata.Element(space + "dependencies"));
    }

    [Theory]
    [InlineData("Bolt.Generators")]
    [InlineData("Bolt.Analyzers")]
    public void A_compiler_component_needs_nothing_that_the_oldest_supported_compiler_lacks(string name) => AssertReferences(name, s_compiler);

    [Fact]
    public void The_fixes_need_the_analyzers_and_what_an_editor_has()
    {
        Version analyzers = Reader("Bolt.Analyzers", static reader => reader.GetAssemblyDefinition().Version);
        AssertReferences("Bolt.CodeFixes", new(s_workspaces) { ["Bolt.Analyzers"] = analyzers });
    }

    private void AssertReferences(string name, Dictionary<string, Version> allowed)
    {
        (string Name, Version Version)[] references = Reader(
            name,
            static reader => reader.AssemblyReferences
                .Select(handle => reader.GetAssemblyReference(handle))
                .Select(reference => (reader.GetString(reference.Name), reference.Version))
                .ToArray());

        Assert.Contains(("Microsoft.CodeAnalysis", new Version(4, 14, 0, 0)), references);
        Assert.All(
            references,
            reference => Assert.True(
                allowed.TryGetValue(reference.Name, out Version? most) && reference.Version <= most,
                $"{name}.dll references {reference.Name} {reference.Version}, which a compiler of Roslyn 4.14 does not have."));
    }

    private XElement Manifest(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(bolt.PathOf(id, "nupkg"));
        using Stream stream = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private T Reader<T>(string name, Func<MetadataReader, T> read)
    {
        using ZipArchive package = ZipFile.OpenRead(bolt.PathOf("Bolt", "nupkg"));
        using Stream stream = package.GetEntry($"{CompilerComponents}{name}.dll")!.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        bytes.Position = 0;
        using var image = new PEReader(bytes);
        return read(image.GetMetadataReader());
    }

    /// <summary>All files but those that describe the archive itself.</summary>
    private string[] FilesOf(string id, string extension)
    {
        using ZipArchive package = ZipFile.OpenRead(bolt.PathOf(id, extension));
        return
        [
            .. package.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal),
        ];
    }
}
