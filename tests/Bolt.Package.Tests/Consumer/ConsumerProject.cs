namespace Bolt.Package.Tests.Consumer;

/// <summary>A bare project of somebody else's, outside the repository, that references packages of ours.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    /// <summary>Creates the project, which references Bolt, without sources.</summary>
    /// <param name="bolt">The package.</param>
    /// <param name="properties">Further lines of its property group.</param>
    public ConsumerProject(PackedBolt bolt, string properties = "")
        : this(bolt, properties, $"""<PackageReference Include="Bolt" Version="{bolt.Version}" />""")
    {
    }

    /// <summary>Creates the project, without sources.</summary>
    /// <param name="bolt">The packages.</param>
    /// <param name="properties">Further lines of its property group.</param>
    /// <param name="references">What it references.</param>
    public ConsumerProject(PackedBolt bolt, string properties, string references)
    {
        // The empty ones keep MSBuild from looking further up.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        File.Copy(Repository.PathOf("global.json"), _directory.PathOf("global.json"));
        Write(
            "App.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreSources>{bolt.Feed};{bolt.NewerFeed}</RestoreSources>
                <RestorePackagesPath>{bolt.Restored}</RestorePackagesPath>
                <RestoreFallbackFolders>{Repository.PackageCache}</RestoreFallbackFolders>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);
    }

    public void Write(string name, string text) => File.WriteAllText(_directory.PathOf(name), text);

    public string Read(string name) => File.ReadAllText(_directory.PathOf(name));

    public string PathOf(string name) => _directory.PathOf(name);

    public CommandResult Build(params string[] arguments) => DotNet.Build(_directory.Root, ["App.csproj", .. arguments]);

    public CommandResult Format(params string[] arguments) => DotNet.Run(_directory.Root, ["format", .. arguments]);

    /// <summary>Runs the built program, with its standard output redirected.</summary>
    public CommandResult Run(params string[] arguments) => DotNet.Run(_directory.Root, [_directory.PathOf("bin/Debug/net10.0/App.dll"), .. arguments]);

    public void Dispose() => _directory.Dispose();
}
