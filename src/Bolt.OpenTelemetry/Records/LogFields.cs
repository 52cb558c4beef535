using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bolt.OpenTelemetry.Records;

/// <summary>What a record says, on its way into the SDK: as the state of a log call it is the list of its attributes. Used again and again.</summary>
internal sealed class LogFields : IReadOnlyList<KeyValuePair<string, object?>>
{
    public List<KeyValuePair<string, object?>> Attributes { get; } = [];

    /// <summary>In UTC; <see cref="DateTime.MinValue"/> if the record has none.</summary>
    public DateTime Time { get; set; }

    /// <summary><see cref="LogLevel.None"/> if the record has none.</summary>
    public LogLevel Level { get; set; }

    public string Category { get; set; } = "";

    public int EventId { get; set; }

    public string? EventName { get; set; }

    public string? Body { get; set; }

    public ActivityTraceId TraceId { get; set; }

    public ActivitySpanId SpanId { get; set; }

    public int Count => Attributes.Count;

    public KeyValuePair<string, object?> this[int index] => Attributes[index];

    public void Clear()
    {
        Attributes.Clear();
        Time = default;
        Level = LogLevel.None;
        Category = "";
        EventId = 0;
        EventName = null;
        Body = null;
        TraceId = default;
        SpanId = default;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Attributes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
