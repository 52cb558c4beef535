using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bolt.OpenTelemetry.Records;

/// <summary>Reads a record's JSON into what an OTLP record is made of. Not thread-safe.</summary>
/// <remarks>
/// Numbers without a fraction that fit 64 bits are integers, others with a fraction or an exponent floating-point; an integer that fits no
/// 64 bits is kept as text, to the digit. The SDK carries arrays of plain values and three levels of objects: what is nested otherwise is
/// kept as its JSON text. A line that is no record is a body without anything else: nothing is left out for being malformed.
/// </remarks>
internal sealed class RecordReader
{
    private const int MaxDepth = 512;

    /// <summary>Deeper objects the SDK would write as the name of their type.</summary>
    private const int MaxObjectDepth = 3;

    private static readonly object s_true = true;
    private static readonly object s_false = false;

    private readonly Utf8Names _names = new();

    /// <summary>Fills the record with what the JSON says.</summary>
    internal void Read(ReadOnlySpan<byte> json, LogFields record)
    {
        try
        {
            record.Clear();
            if (TryRead(json, record))
                return;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Not JSON, or an escape in it that means no character.
        }

        record.Clear();
        record.Body = Encoding.UTF8.GetString(json);
    }

    private bool TryRead(ReadOnlySpan<byte> json, LogFields record)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = _names.NameOf(ref reader);
            _ = reader.Read();
            if (!TrySet(json, ref reader, name, record))
                record.Attributes.Add(new(AttributeOf(name), ValueOf(json, ref reader, depth: 1, isElement: false)));
        }

        // The reader throws on anything after the object.
        return !reader.Read();
    }

    /// <summary>Takes a value that has a place of its own. Of two keys of the same name the record's own one counts: the first, but of messages the last.</summary>
    private bool TrySet(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, string name, LogFields record)
    {
        switch (name)
        {
            case "time" when record.Time == default && reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out DateTimeOffset time):
                record.Time = time.UtcDateTime;
                return true;
            case "level" when record.Level == LogLevel.None && reader.TokenType == JsonTokenType.String && LevelOf(ref reader) is { } level:
                record.Level = level;
                return true;
            case "category" when record.Category.Length == 0 && reader.TokenType == JsonTokenType.String:
                record.Category = _names.NameOf(ref reader);
                return true;
            case "event" when record.EventName is null && reader.TokenType == JsonTokenType.String:
                record.EventName = _names.NameOf(ref reader);
                return true;
            case "event_id" when record.EventId == 0 && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int id):
                // Also an attribute: the SDK itself writes ids only where an experimental variable asks for it.
                record.EventId = id;
                return false;
            case "message" when reader.TokenType == JsonTokenType.String:
                if (record.Body is not null)
                    record.Attributes.Add(new(name, record.Body));
                record.Body = reader.GetString();
                return true;
            case "trace_id" when record.TraceId == default && IsHex(ref reader, 32):
                record.TraceId = ActivityTraceId.CreateFromUtf8String(reader.ValueSpan);
                return true;
            case "span_id" when record.SpanId == default && IsHex(ref reader, 16):
                record.SpanId = ActivitySpanId.CreateFromUtf8String(reader.ValueSpan);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The name that the semantic conventions have for what Bolt calls otherwise.</summary>
    private static string AttributeOf(string name) => name switch
    {
        "error" => "exception.message",
        "error_type" => "exception.type",
        "error_stack" => "exception.stacktrace",
        "thread_id" => "thread.id",
        _ => name,
    };

    private static LogLevel? LevelOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("info"u8) ? LogLevel.Information
        : reader.ValueTextEquals("debug"u8) ? LogLevel.Debug
        : reader.ValueTextEquals("warn"u8) ? LogLevel.Warning
        : reader.ValueTextEquals("error"u8) ? LogLevel.Error
        : reader.ValueTextEquals("trace"u8) ? LogLevel.Trace
        : reader.ValueTextEquals("fatal"u8) ? LogLevel.Critical
        : null;

    private static bool IsHex(ref Utf8JsonReader reader, int length) =>
        reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length == length && !reader.ValueSpan.ContainsAnyExcept("0123456789abcdef"u8);

    private object? ValueOf(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, int depth, bool isElement)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return NumberOf(ref reader);
            case JsonTokenType.True:
                return s_true;
            case JsonTokenType.False:
                return s_false;
            case JsonTokenType.StartArray when !isElement:
                return ElementsOf(json, ref reader, depth);
            case JsonTokenType.StartObject when !isElement && depth <= MaxObjectDepth:
                return PropertiesOf(json, ref reader, depth);
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                return Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]);
            default:
                return null;
        }
    }

    private static object NumberOf(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out long integer))
            return integer;

        ReadOnlySpan<byte> digits = reader.ValueSpan;
        return digits.ContainsAny((byte)'.', (byte)'e', (byte)'E') && reader.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : Encoding.UTF8.GetString(digits);
    }

    private object?[] ElementsOf(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, int depth)
    {
        var elements = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            elements.Add(ValueOf(json, ref reader, depth, isElement: true));
        return elements.ToArray();
    }

    private List<KeyValuePair<string, object?>> PropertiesOf(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, int depth)
    {
        var properties = new List<KeyValuePair<string, object?>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = _names.NameOf(ref reader);
            _ = reader.Read();
            properties.Add(new(name, ValueOf(json, ref reader, depth + 1, isElement: false)));
        }

        return properties;
    }
}
