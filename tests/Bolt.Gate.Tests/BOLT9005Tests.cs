namespace Bolt.Gate.Tests;

/// <summary>What keeps the catalogue from being written fails the build, with the remedy.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class BOLT9005Tests(PackedBolt bolt)
{
    private const string Source = """
        using Bolt;
        using Microsoft.Extensions.Logging;

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Order {order} paid")]
            public static partial void Paid(ILogger logger, int order);
        }
        """;

    [Fact]
    public void A_missing_folder_a_taken_file_and_missing_debug_information_are_errors()
    {
        using var project = new GatedProject(bolt, Source, "<BoltGate>false</BoltGate><BoltEventCatalog>true</BoltEventCatalog>");

        project.Build("-p:BoltEventCatalogPath=no/such").MustFail().MustSay("error BOLT9005: the folder '").MustSay("no/such' does not exist; create it, or set BoltEventCatalogPath to one that does");

        // A folder of the file's name: whoever runs this test may write everything else.
        project.MakeFolder("bolt-events.md");
        project.Build("--no-restore").MustFail().MustSay("error BOLT9005: '").MustSay("bolt-events.md' cannot be written: ").MustSay("Make it writable, or set BoltEventCatalogPath to a folder that can be written");

        project.Write("Hot.cs", Source + "\n");
        project.Build("--no-restore", "-p:DebugType=none").MustFail().MustSay("error BOLT9005: 'App.dll' has no debug information; set DebugType to portable or embedded");
    }
}
