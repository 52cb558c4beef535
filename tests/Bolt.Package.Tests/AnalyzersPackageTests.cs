using System.Text.RegularExpressions;
using Bolt.Package.Tests.Consumer;

namespace Bolt.Package.Tests;

/// <summary>What somebody sees who adds Bolt.Analyzers to a project, alone or besides Bolt.</summary>
[Collection(PackageCollection.Name)]
public sealed partial class AnalyzersPackageTests(PackedBolt bolt)
{
    private const string NotAsErrors = "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>";

    /// <summary>One allocation, and an attribute without effect, which has a fix.</summary>
    private const string Hot = """
        using Bolt;

        Hot.Count(1);

        static class Hot
        {
            [ZeroAlloc]
            public static object Make() => new object();

            [AllowAllocation("none is made")]
            public static int Count(int by) => by + 1;
        }
        """;

    private string Analyzers => Reference("Bolt.Analyzers", bolt.Version);

    [Fact]
    public void Alone_they_bring_the_contracts_and_report()
    {
        using var project = new ConsumerProject(bolt, NotAsErrors, Analyzers);
        project.Write("Program.cs", Hot);

        CommandResult build = project.Build().MustSucceed();

        Assert.Equal(["BOLT1001", "BOLT1801"], IdsIn(build));
        Assert.False(File.Exists(project.PathOf("bin/Debug/net10.0/Bolt.Runtime.dll")));
        project.Run().MustSucceed();
    }

    [Fact]
    public void Alone_they_bring_both_engines_of_the_gate()
    {
        using var project = new ConsumerProject(bolt, "<BoltGate>true</BoltGate>", Analyzers);
        project.Write("Program.cs", Hot);
        project.Build().MustFail().MustSay("error BOLT1001");

        project.Write("Program.cs", "#pragma warning disable BOLT1001, BOLT1801\n" + Hot);
        project.Build().MustFail().MustSay("Program.cs(9,36): error BOLT9001");
    }

    [Fact]
    public void The_contracts_are_written_for_every_version_of_the_language()
    {
        using var project = new ConsumerProject(
            bolt,
            "<TargetFramework>netstandard2.0</TargetFramework><OutputType>Library</OutputType><LangVersion>7.3</LangVersion><Nullable>disable</Nullable><ImplicitUsings>disable</ImplicitUsings>",
            Analyzers);
        project.Write("Hot.cs", "public static class Hot { [Bolt.ZeroAlloc] public static int Count(int by) { return by + 1; } }");

        project.Build().MustSucceed();
    }

    [Fact]
    public void Friends_each_have_contracts_of_their_own()
    {
        using var project = new ConsumerProject(bolt, "", Analyzers + """<ProjectReference Include="Library/Library.csproj" /><Compile Remove="Library/**" />""");
        Directory.CreateDirectory(project.PathOf("Library"));
        project.Write("Library/Library.csproj", project.Read("App.csproj").Replace("<OutputType>Exe</OutputType>", "", StringComparison.Ordinal).Replace("""<ProjectReference Include="Library/Library.csproj" />""", "", StringComparison.Ordinal));
        project.Write(
            "Library/Counter.cs",
            """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("App")]

            static class Counter
            {
                [Bolt.ZeroAlloc]
                internal static int Count(int by) => by + 1;
            }
            """);
        project.Write("Program.cs", "Run();\n\n[Bolt.ZeroAlloc]\nstatic void Run() => Counter.Count(1);\n");

        project.Build().MustSucceed();
    }

    [Fact]
    public void A_project_may_declare_the_contracts_itself()
    {
        using var project = new ConsumerProject(bolt, NotAsErrors + "<BoltContractAttributes>false</BoltContractAttributes>", Analyzers);
        project.Write("Program.cs", Hot.Replace("[AllowAllocation(\"none is made\")]", "", StringComparison.Ordinal));
        project.Write("ZeroAlloc.cs", "namespace Bolt;\n\nclass ZeroAllocAttribute : Attribute;\n");

        Assert.Equal(["BOLT1001"], IdsIn(project.Build().MustSucceed()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Besides_Bolt_each_diagnostic_is_seen_once_and_its_fix_works(bool isNewer)
    {
        string version = isNewer ? bolt.NewerAnalyzers : bolt.Version;
        using var project = new ConsumerProject(bolt, NotAsErrors, Reference("Bolt", bolt.Version) + Reference("Bolt.Analyzers", version));
        project.Write("Program.cs", Hot);

        Assert.Equal(["BOLT1001", "BOLT1801"], IdsIn(project.Build().MustSucceed()));

        project.Format("analyzers", "App.csproj", "--diagnostics", "BOLT1801", "--severity", "warn", "--no-restore").MustSucceed();
        Assert.DoesNotContain("AllowAllocation", project.Read("Program.cs"), StringComparison.Ordinal);
        Assert.Equal(["BOLT1001"], IdsIn(project.Build("--no-restore").MustSucceed()));
        Assert.Equal(["BOLT1001"], IdsIn(project.Build("--no-restore", "--no-incremental", "-p:BoltGate=true").MustFail()));
    }

    private static string Reference(string id, string version) => $"""<PackageReference Include="{id}" Version="{version}" PrivateAssets="{(id == "Bolt" ? "" : "all")}" />""";

    /// <summary>The ids of Bolt's diagnostics, as often as the compiler said them: the summary at the end of a build repeats each line.</summary>
    private static string[] IdsIn(CommandResult build)
    {
        string output = build.Output;
        int summary = output.IndexOf("\nBuild ", StringComparison.Ordinal);
        return [.. Id().Matches(summary < 0 ? output : output[..summary]).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@": (?:warning|error) (BOLT\d+):")]
    private static partial Regex Id();
}
