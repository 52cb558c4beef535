using System.Text.Json;

namespace Bolt.Generated.Tests.Catalogue;

/// <summary>The records that tests write while they are run for the sake of their records: each then names its event, unseen by the test.</summary>
internal sealed class ObservedRecords
{
    private static readonly AsyncLocal<ObservedRecords?> s_current = new();
    private readonly List<string> _records = [];

    /// <summary>Where the records of this thread of work go; null in an ordinary run.</summary>
    public static ObservedRecords? Current => s_current.Value;

    public IReadOnlyList<string> All => _records;

    /// <summary>The record as the test expects it.</summary>
    public static string WithoutEvent(string record)
    {
        using JsonDocument parsed = JsonDocument.Parse(record);
        if (!parsed.RootElement.TryGetProperty("event", out JsonElement name))
            return record;

        string written = ",\"event\":" + name.GetRawText();
        return record.Remove(record.IndexOf(written, StringComparison.Ordinal), written.Length);
    }

    /// <summary>Observes what the action writes.</summary>
    public async Task During(Func<Task> action)
    {
        s_current.Value = this;
        try
        {
            await action();
        }
        finally
        {
            s_current.Value = null;
        }
    }

    public void Add(IEnumerable<string> records) => _records.AddRange(records);
}
