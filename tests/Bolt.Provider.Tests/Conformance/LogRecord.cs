using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance;

/// <summary>A line read back, in terms that every format has.</summary>
public sealed class LogRecord
{
    /// <summary>The line as it is.</summary>
    public required string Line { get; init; }

    /// <summary>The time's text; null where the record has none.</summary>
    public string? Time { get; init; }

    public LogLevel? Level { get; init; }

    public string? Category { get; init; }

    /// <summary>0 where the record has none.</summary>
    public int EventId { get; init; }

    public string? EventName { get; init; }

    /// <summary>Null where the record has none.</summary>
    public string? Message { get; init; }

    /// <summary>Everything said of the exception: its message, type and stack, in one text. Null where the record has none.</summary>
    public string? Exception { get; init; }

    /// <summary>The call's own fields, and those of scopes where the format keeps them together; as they are in the line, repetitions included.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Fields { get; init; } = [];

    /// <summary>The fields of scopes where the format keeps them apart, the outermost scope's first.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> ScopeFields { get; init; } = [];

    /// <summary>The texts of scopes, the outermost first.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether the record says that something of it was cut.</summary>
    public bool IsCut { get; init; }

    /// <summary>The value that a reader finds under a name: the call's, else the innermost scope's.</summary>
    public JsonElement this[string name] => Find(name) ?? throw Xunit.Sdk.FailException.ForFailure($"No field '{name}' in: {Shown}");

    /// <summary>The line, shortened for a message.</summary>
    public string Shown => Line.Length > 1000 ? Line[..1000] + "…" : Line;

    public JsonElement? Find(string name)
    {
        foreach ((string key, JsonElement value) in Fields)
        {
            if (key == name)
                return value;
        }

        for (int i = ScopeFields.Count - 1; i >= 0; i--)
        {
            if (ScopeFields[i].Key == name)
                return ScopeFields[i].Value;
        }

        return null;
    }

    /// <summary>As <see cref="Find"/>, also under the name with a mark (<c>_</c>, <c>@</c>) around it, by which formats keep a field from hiding a part of the record.</summary>
    public JsonElement? FindMarked(string name)
    {
        foreach ((string key, JsonElement value) in Fields)
        {
            if (key.Trim('_', '@') == name.Trim('_', '@'))
                return value;
        }

        return null;
    }

    /// <summary>Fails where an object of the line has a key twice: readers differ in which one they take.</summary>
    public void MustHaveEachKeyOnce()
    {
        using JsonDocument document = JsonDocument.Parse(Line);
        MustHaveEachKeyOnce(document.RootElement);
    }

    private void MustHaveEachKeyOnce(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var keys = new HashSet<string>(StringComparer.Ordinal);
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    Assert.True(keys.Add(property.Name), $"The key '{property.Name}' is twice in: {Shown}");
                    MustHaveEachKeyOnce(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                    MustHaveEachKeyOnce(item);

                break;
        }
    }
}
