using System.Text.Json;
using Bolt.Operations.Tests.Servers;

namespace Bolt.Operations.Tests.Configuration;

public sealed class DashboardTests
{
    [Fact]
    public void There_are_the_runbook_s_two() =>
        Assert.Equal(["bolt-operational-health", "bolt-performance"], DashboardQueries.Read().Select(static query => query.Dashboard).Distinct().Order());

    [Fact]
    public void Queries_read_only_what_is_exported_or_recorded() => Assert.All(DashboardQueries.Read(), static query => ExportedMetrics.AssertKnown(query.For("bolt-app")));

    [ServerFact("promtool")]
    public void Every_query_is_valid()
    {
        using var directory = new TemporaryDirectory();
        string rules = string.Concat(DashboardQueries.Read().Select(static (query, index) => $"      - record: panel:{index}\n        expr: {JsonSerializer.Serialize(query.For("bolt-app"))}\n"));
        File.WriteAllText(directory.PathOf("panels.yml"), "groups:\n  - name: panels\n    rules:\n" + rules);
        DotNet.Command(Tool.PathOf("promtool"), directory.Root, "check", "rules", "panels.yml").MustSucceed();
    }

    [Fact]
    public void Panels_have_names_places_and_units_of_their_own()
    {
        foreach (string file in Directory.GetFiles(Repository.PathOf("ops", "grafana", "dashboards"), "*.json"))
        {
            using JsonDocument dashboard = JsonDocument.Parse(File.ReadAllText(file));
            JsonElement[] panels = [.. dashboard.RootElement.GetProperty("panels").EnumerateArray()];
            Assert.Equal(panels.Length, panels.Select(static panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
            Assert.Equal(panels.Length, panels.Select(static panel => panel.GetProperty("title").GetString()).Distinct().Count());
            Assert.Equal(panels.Length, panels.Select(static panel => (panel.GetProperty("gridPos").GetProperty("x").GetInt32(), panel.GetProperty("gridPos").GetProperty("y").GetInt32())).Distinct().Count());
            Assert.All(panels.Where(static panel => panel.GetProperty("type").GetString() != "row"), static panel => Assert.NotEmpty(panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString()!));
        }
    }
}
