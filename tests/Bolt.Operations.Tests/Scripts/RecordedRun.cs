using System.Text.Json.Nodes;

namespace Bolt.Operations.Tests.Scripts;

/// <summary>A run of <c>compare</c> that was measured once, two fields in the background, to be changed in one thing at a time.</summary>
internal sealed class RecordedRun
{
    private readonly JsonObject _run = JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "Bolt.Operations.Tests", "Scripts", "recorded-run.json")))!.AsObject();

    /// <summary>A quiet run in which Bolt takes as long as the limit: what each test changes then decides alone.</summary>
    public RecordedRun()
    {
        Limit["Noise"] = 0.05;
        Slow(1 / Bolt["CallerRatio"]!["Median"]!.GetValue<double>());
    }

    private JsonObject Limit => Row("Limit");

    private JsonObject Bolt => Row("Bolt");

    /// <summary>Each call of Bolt's takes so many times as long.</summary>
    public RecordedRun Slow(double factor)
    {
        foreach (string spread in new[] { "Caller", "Flushed", "CallerRatio", "FlushedRatio" })
        {
            foreach (string figure in new[] { "Median", "Least", "Most" })
                Bolt[spread]![figure] = Bolt[spread]![figure]!.GetValue<double>() * factor;
        }

        Bolt["CallerRatios"] = new JsonArray([.. Bolt["CallerRatios"]!.AsArray().Select(ratio => (JsonNode)(ratio!.GetValue<double>() * factor))]);
        return this;
    }

    /// <summary>Another thread than the caller's allocates for each event.</summary>
    public RecordedRun Allocate(double bytes)
    {
        Bolt["TotalBytes"] = bytes;
        return this;
    }

    public RecordedRun With(string name, JsonNode value)
    {
        _run[name] = value;
        return this;
    }

    public RecordedRun Noisy()
    {
        Limit["Noise"] = 0.4;
        return this;
    }

    public RecordedRun Later(int days) => With("Time", _run["Time"]!.GetValue<DateTimeOffset>().AddDays(days));

    public void Save(string path) => File.WriteAllText(path, _run.ToJsonString());

    private JsonObject Row(string candidate) => _run["Rows"]!.AsArray().Select(static row => row!.AsObject()).Single(row => row["Candidate"]!.GetValue<string>() == candidate);
}
