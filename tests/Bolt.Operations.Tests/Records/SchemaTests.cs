using System.Text.Json;
using System.Text.Json.Nodes;
using Bolt.Operations.Tests.Servers;
using Json.Schema;

namespace Bolt.Operations.Tests.Records;

/// <summary>What bolt-app logs, held to the schema that its build wrote beside it.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema s_schema = JsonSchema.FromText(File.ReadAllText(
        Repository.PathOf("artifacts", "bin", "BoltApp", Repository.Configuration.ToLowerInvariant(), "bolt-events.schema.json")));

    [Fact]
    public async Task The_records_of_a_running_service_are_valid_and_with_a_wrong_type_they_are_not()
    {
        using BoltAppProcess app = await BoltAppProcess.StartAsync(
            new Dictionary<string, string?> { ["BOLT_FORMAT"] = "json", ["BOLT_LEVEL"] = "debug" },
            keepsOutput: true);
        await app.GetAsync("orders/7");
        using HttpResponseMessage missing = await Http.Client.GetAsync(new Uri(app.Address, "orders/0"));
        using HttpResponseMessage failed = await Http.Client.GetAsync(new Uri(app.Address, "orders/7?fail=true"));
        await app.TerminateAsync();

        JsonObject[] records = [.. app.Lines.Where(static line => line.StartsWith('{')).Select(static line => JsonNode.Parse(line)!.AsObject())];
        Assert.All(records, static record => Assert.True(IsValid(record), record.ToJsonString()));
        Assert.Superset(
            new HashSet<string> { "Started", "OrderAsked", "OrderFound", "OrderMissing", "RequestAnswered", "RequestFailed", "Stopping" },
            records.Select(static record => (string?)record["event"] ?? "").ToHashSet());

        // The framework's records are nobody's events, whatever they hold.
        Assert.Contains(records, static record => ((string?)record["category"])?.StartsWith("Microsoft.", StringComparison.Ordinal) == true);

        AssertInvalid(records, "OrderFound", static record => record["orderId"] = "7");
        AssertInvalid(records, "OrderFound", static record => record["total"] = "12.30");
        AssertInvalid(records, "OrderFound", static record => record.Remove("customer"));
        AssertInvalid(records, "OrderFound", static record => record["level"] = "warn");
        AssertInvalid(records, "Started", static record => record["delivery"] = "Sometimes");
        AssertInvalid(records, "RequestAnswered", static record => record["elapsedMs"] = "1 ms");
        AssertInvalid(records, "RequestFailed", static record => record["error"] = new JsonArray());
    }

    private static void AssertInvalid(IEnumerable<JsonObject> records, string name, Action<JsonObject> change)
    {
        JsonObject record = records.First(record => (string?)record["event"] == name).DeepClone().AsObject();
        change(record);
        Assert.False(IsValid(record), record.ToJsonString());
    }

    private static bool IsValid(JsonObject record)
    {
        using JsonDocument parsed = JsonDocument.Parse(record.ToJsonString());
        return s_schema.Evaluate(parsed.RootElement).IsValid;
    }
}
