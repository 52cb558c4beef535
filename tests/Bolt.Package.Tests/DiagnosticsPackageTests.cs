using Bolt.Package.Tests.Consumer;

namespace Bolt.Package.Tests;

/// <summary>What somebody sees who adds Bolt.Diagnostics, which brings Bolt.</summary>
[Collection(PackageCollection.Name)]
public sealed class DiagnosticsPackageTests(PackedBolt bolt)
{
    [Fact]
    public void A_program_without_a_host_answers_metrics_and_profiles()
    {
        using var project = new ConsumerProject(bolt, properties: "", $"""<PackageReference Include="Bolt.Diagnostics" Version="{bolt.Version}" />""");
        project.Write("Program.cs", Snippets.Read("Diagnostics/Operations.cs").Replace("options.Debug = true", """{ options.Debug = true; options.MetricsAddress = "127.0.0.1:0"; options.DebugAddress = "127.0.0.1:0"; }""", StringComparison.Ordinal));
        project.Build().MustSucceed();

        project.Run().MustSucceed()
            .MustSay("metrics at http://127.0.0.1:")
            .MustSay("process_resident_memory_bytes{")
            .MustSay("HeapAlloc = ");
    }
}
