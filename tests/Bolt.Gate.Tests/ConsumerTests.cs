using System.Text.Json;

namespace Bolt.Gate.Tests;

/// <summary>What the gate does in a build of somebody who uses the package.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class ConsumerTests(PackedBolt bolt)
{
    private const string Allocates = """
        using Bolt;

        public static class Hot
        {
            [ZeroAlloc]
            public static object Make() => new object();
        }
        """;

    private static readonly string s_byPragma = "#pragma warning disable BOLT1001\n" + Allocates;
    private static readonly string s_allowed = Allocates.Replace("[ZeroAlloc]", "[AllowAllocation(\"called once at the start\")]", StringComparison.Ordinal);

    public static TheoryData<string> Configurations => ["Debug", "Release"];

    [Theory]
    [MemberData(nameof(Configurations))]
    public void An_allocation_is_an_error_of_the_analyzer(string configuration)
    {
        using var project = new GatedProject(bolt, Allocates);

        project.Build("-c", configuration).MustFail().MustSay("Hot.cs(6,36): error BOLT1001");
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void What_a_pragma_hides_is_an_error_of_the_second_engine(string configuration)
    {
        using var project = new GatedProject(bolt, s_byPragma);

        CommandResult build = project.Build("-c", configuration).MustFail().MustSay("Hot.cs(7,36): error BOLT9001: 'Hot.Make' creates 'object'; use a struct, or an object that is kept");

        Assert.DoesNotContain("BOLT1001", build.Output, StringComparison.Ordinal);
        Assert.False(project.Has($"obj/{configuration}/net10.0/bolt.gate.stamp"));
        project.Build("-c", configuration, "--no-restore").MustFail().MustSay("error BOLT9001");
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void A_rule_that_an_editorconfig_turns_off_is_an_error(string configuration)
    {
        using var project = new GatedProject(bolt, Allocates);
        project.Write(".editorconfig", "root = true\n\n[*.cs]\ndotnet_diagnostic.BOLT1001.severity = none\n");

        project.Build("-c", configuration).MustFail().MustSay("error BOLT9003: BOLT1001 is 'none' in 'Hot.cs'");
    }

    [Theory]
    [InlineData("<NoWarn>BOLT1001</NoWarn>", "error BOLT9003: BOLT1001 is 'none' by NoWarn or a ruleset")]
    [InlineData("<RunAnalyzers>false</RunAnalyzers>", "error BOLT9003: No rule of Bolt is in force: RunAnalyzers is false; remove that")]
    public void So_is_one_that_the_project_turns_off(string property, string message)
    {
        using var project = new GatedProject(bolt, Allocates, property);

        project.Build().MustFail().MustSay(message);
    }

    [Fact]
    public void Without_debug_information_the_gate_says_what_to_set()
    {
        using var project = new GatedProject(bolt, s_byPragma, "<DebugType>none</DebugType>");

        project.Build().MustFail().MustSay("error BOLT9002: 'App.dll' has no debug information").MustSay("set DebugType to portable or embedded");
    }

    [Fact]
    public void Embedded_debug_information_and_mapped_paths_lead_to_the_source()
    {
        using var project = new GatedProject(bolt, s_byPragma, "<DebugType>embedded</DebugType><ContinuousIntegrationBuild>true</ContinuousIntegrationBuild>");

        project.Build().MustFail().MustSay("Hot.cs(7,36): error BOLT9001");
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void An_allowed_allocation_passes_and_is_counted(string configuration)
    {
        using var project = new GatedProject(bolt, s_allowed);

        project.Build("-c", configuration).MustSucceed().MustSay("Bolt gate: 0 members read, 0 allocations, 1 excused by [AllowAllocation], 0 by the baseline");

        JsonElement result = Assert.Single(Results(project.Read($"obj/{configuration}/net10.0/bolt.gate.sarif")));
        JsonElement suppression = Assert.Single(result.GetProperty("suppressions").EnumerateArray());
        Assert.Equal(("inSource", "called once at the start"), (suppression.GetProperty("kind").GetString(), suppression.GetProperty("justification").GetString()));

        // Nothing changed, so nothing is read.
        Assert.DoesNotContain("Bolt gate:", project.Build("-c", configuration, "--no-restore").MustSucceed().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_excuses_what_there_is_and_no_more()
    {
        using var project = new GatedProject(bolt, s_byPragma);

        project.Build("-t:BoltBaseline", "-restore").MustSucceed();
        Assert.Contains("""{ "member": "M:Hot.Make", "kind": "object", "count": 1 }""", project.Read("bolt.baseline.json"), StringComparison.Ordinal);
        project.Build("--no-restore").MustSucceed().MustSay("Bolt gate: 1 members read, 0 allocations, 0 excused by [AllowAllocation], 1 by the baseline");
        JsonElement suppression = Assert.Single(Assert.Single(Results(project.Read("obj/Debug/net10.0/bolt.gate.sarif"))).GetProperty("suppressions").EnumerateArray());
        Assert.Equal("external", suppression.GetProperty("kind").GetString());

        string baseline = project.Read("bolt.baseline.json");
        project.Delete("bolt.baseline.json");
        project.Build("--no-restore").MustFail().MustSay("error BOLT9001");
        project.Write("bolt.baseline.json", baseline);

        project.Write("Hot.cs", s_byPragma.Replace("=> new object();", "{ GC.KeepAlive(new object()); return new object(); }", StringComparison.Ordinal));
        project.Build("--no-restore").MustFail().MustSay("error BOLT9001");

        project.Write("Hot.cs", s_byPragma.Replace("new object()", "\"\"", StringComparison.Ordinal));
        project.Build("--no-restore").MustFail().MustSay("error BOLT9004: 'bolt.baseline.json' is stale: 'M:Hot.Make' may have 1 of 'object' but has 0; run 'dotnet build -t:BoltBaseline'");

        project.Write("bolt.baseline.json", "{ \"version\": 1,\n \"allocations\": [ }");
        project.Build("--no-restore").MustFail().MustSay("error BOLT9004: 'bolt.baseline.json' is malformed, line 2: ");
    }

    [Fact]
    public void Without_the_gate_nothing_happens()
    {
        using var project = new GatedProject(bolt, s_byPragma);

        CommandResult build = project.Build("-p:BoltGate=false").MustSucceed();

        Assert.DoesNotContain("BOLT9", build.Output, StringComparison.Ordinal);
        Assert.False(project.Has("obj/Debug/net10.0/bolt.gate.sarif"));
    }

    private static JsonElement[] Results(string sarif) =>
        [.. JsonDocument.Parse(sarif).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];
}
