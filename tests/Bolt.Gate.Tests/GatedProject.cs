namespace Bolt.Gate.Tests;

/// <summary>A project of somebody else's, outside the repository, with the gate on unless its properties say otherwise.</summary>
internal sealed class GatedProject : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public GatedProject(PackedBolt bolt, string source, string properties = "")
    {
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
        File.Copy(Repository.PathOf("global.json"), _directory.PathOf("global.json"));
        Write(
            "App.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <BoltGate>true</BoltGate>
                <RestoreSources>{bolt.Feed}</RestoreSources>
                <RestorePackagesPath>{bolt.Restored}</RestorePackagesPath>
                <RestoreFallbackFolders>{Repository.PackageCache}</RestoreFallbackFolders>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Bolt" Version="{bolt.Version}" />
              </ItemGroup>
            </Project>
            """);
        Write("Hot.cs", source);
    }

    public void Write(string name, string text) => File.WriteAllText(_directory.PathOf(name), text);

    public string Read(string name) => File.ReadAllText(_directory.PathOf(name));

    public byte[] ReadBytes(string name) => File.ReadAllBytes(_directory.PathOf(name));

    public DateTime Written(string name) => File.GetLastWriteTimeUtc(_directory.PathOf(name));

    public void MakeFolder(string name) => Directory.CreateDirectory(_directory.PathOf(name));

    public void Delete(string name) => File.Delete(_directory.PathOf(name));

    public bool Has(string name) => File.Exists(_directory.PathOf(name));

    public CommandResult Build(params string[] arguments) => DotNet.Build(_directory.Root, ["App.csproj", .. arguments]);

    public void Dispose() => _directory.Dispose();
}
