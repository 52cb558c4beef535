using System.Text.Json;

namespace Bolt.Gate.Tests.Events;

/// <summary>The events in a build of somebody who uses the package.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class EventConsumerTests(PackedBolt bolt)
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

    [Theory]
    [InlineData("portable")]
    [InlineData("embedded")]
    public void The_catalogue_is_written_beside_the_project_when_something_changed(string debugType)
    {
        using var project = Project($"<BoltEventCatalog>true</BoltEventCatalog><DebugType>{debugType}</DebugType><ContinuousIntegrationBuild>true</ContinuousIntegrationBuild>");

        project.Build().MustSucceed();

        JsonElement paid = Assert.Single(JsonDocument.Parse(project.Read("bolt-events.json")).RootElement.GetProperty("events").EnumerateArray());
        Assert.Equal(("Paid", "Hot.cs", 7), (paid.GetProperty("name").GetString(), paid.GetProperty("file").GetString(), paid.GetProperty("line").GetInt32()));
        Assert.StartsWith("# Events of App\n", project.Read("bolt-events.md"), StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(project.Read("bolt-events.schema.json")).RootElement.GetProperty("$defs").TryGetProperty("Log.Paid", out _));

        // Nothing changed: nothing is written. What is missing is.
        DateTime written = project.Written("bolt-events.json");
        project.Build("--no-restore").MustSucceed();
        Assert.Equal(written, project.Written("bolt-events.json"));
        project.Delete("bolt-events.md");
        project.Write("Hot.cs", Source.Replace("order", "orderId", StringComparison.Ordinal));
        project.Build("--no-restore").MustSucceed();
        Assert.Contains("| `orderId` | integer |", project.Read("bolt-events.md"), StringComparison.Ordinal);
        Assert.Contains("\"key\": \"orderId\"", project.Read("bolt-events.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_property_nothing_is_written_and_the_assembly_is_the_same_with_it()
    {
        using var project = Project("<DebugType>none</DebugType>");
        project.Build().MustSucceed();
        byte[] without = project.ReadBytes("obj/Debug/net10.0/App.dll");
        Assert.False(project.Has("bolt-events.json"));

        project.Build("--no-restore", "-p:BoltEventCatalog=true").MustFail().MustSay("BOLT9005");

        // The same code; what differs is the identity that the compiler derives from all of its input.
        Assert.Equal(without.Length, project.ReadBytes("obj/Debug/net10.0/App.dll").Length);
    }

    [Fact]
    public void The_files_are_made_held_and_brought_up_to_date()
    {
        using var project = Project("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");

        // Without them nobody asks.
        project.Build().MustSucceed();

        project.Build("--no-restore", "-t:BoltEvents").MustSucceed().MustSay("Bolt events: 2 lines added and 0 removed");
        Assert.Equal("Log/Paid Information\nLog/Paid/order integer\n", project.Read("LogEvents.Unshipped.txt"));
        project.Build("--no-restore").MustSucceed();

        project.Write("LogEvents.Shipped.txt", project.Read("LogEvents.Unshipped.txt"));
        project.Write("LogEvents.Unshipped.txt", "");
        project.Build("--no-restore").MustSucceed();

        project.Write("Hot.cs", Source.Replace("order", "orderId", StringComparison.Ordinal));
        project.Build("--no-restore").MustFail().MustSay("Hot.cs(7,57): error BOLT2011: field 'order' of 'Paid' is now 'orderId'");
        project.Build("--no-restore", "-t:BoltEvents").MustSucceed().MustSay("Bolt events: 1 lines added and 1 removed");
        Assert.Equal("*REMOVED*Log/Paid/order integer\nLog/Paid/orderId integer\n", project.Read("LogEvents.Unshipped.txt"));
        project.Build("--no-restore").MustSucceed();

        project.Write("LogEvents.Unshipped.txt", project.Read("LogEvents.Unshipped.txt") + "=======\n");
        project.Build("--no-restore").MustFail().MustSay("LogEvents.Unshipped.txt(3,1): error BOLT2013: this line is the mark of a merge conflict; resolve it");
        project.Build("--no-restore", "-t:BoltEvents").MustFail().MustSay("LogEvents.Unshipped.txt(3,1): error BOLT2013: this line is the mark of a merge conflict; resolve it");
    }

    private GatedProject Project(string properties) => new(bolt, Source, "<BoltGate>false</BoltGate>" + properties);
}
