using System.Diagnostics;
using System.Text.Json;

namespace Bolt.Hosting.Tests;

/// <summary><c>samples/Worker</c>: a generic host whose logging is all configuration.</summary>
public sealed class WorkerTests
{
    [Fact]
    public void A_level_changed_in_its_settings_applies_within_a_second_and_the_last_record_is_delivered()
    {
        using var directory = new TemporaryDirectory();
        string settings = directory.PathOf("appsettings.json");
        string text = File.ReadAllText(Repository.PathOf("samples", "Worker", "appsettings.json"));
        File.WriteAllText(settings, text);
        using SampleProcess worker = SampleProcess.Start("Worker", directory.Root);
        worker.LineWith("Sorting for 4 towns");
        Thread.Sleep(300);
        Assert.DoesNotContain(worker.Lines, static line => line.Contains("\"debug\"", StringComparison.Ordinal));

        File.WriteAllText(settings, text.Replace("\"Default\": \"Information\"", "\"Default\": \"Debug\"", StringComparison.Ordinal));
        long changed = Stopwatch.GetTimestamp();
        worker.LineWith("\"event\":\"Sorted\"");
        TimeSpan took = Stopwatch.GetElapsedTime(changed);
        Assert.True(took < TimeSpan.FromSeconds(1.5), $"It took {took}.");

        Assert.Equal(0, worker.Terminate());
        JsonElement last = JsonDocument.Parse(worker.Lines[^1]).RootElement;
        Assert.Equal(("Worker.ParcelSorter", "Ended"), (last.GetProperty("category").GetString(), last.GetProperty("event").GetString()));
        Assert.Equal(worker.Lines, File.ReadAllLines(directory.PathOf("logs/worker.log")));
    }

    [Fact]
    public void Settings_that_cannot_be_used_are_named_and_it_does_not_start()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.PathOf("appsettings.json"), """{ "Logging": { "Bolt": { "Overflow": "Wait", "Sinks": [ { "Type": "Printer" } ] } } }""");
        using SampleProcess worker = SampleProcess.Start("Worker", directory.Root);
        string line = worker.LineWith("Logging:Bolt:Overflow is 'Wait': use Block, DropNewest, Grow.");
        Assert.Contains("Logging:Bolt:Sinks:0:Type is 'Printer': use Console or File", line, StringComparison.Ordinal);
    }
}
