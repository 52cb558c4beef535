using System.Text.Json;

namespace Bolt.Sinks.Shapes;

/// <summary>Finds the keys and values of one line after another, in arrays that it keeps.</summary>
internal sealed class RecordReader
{
    private const int MaxDepth = 512;

    private readonly int[] _parts = new int[(int)RecordPart.Field];
    private RecordField[] _fields = new RecordField[32];

    /// <summary>Reads a line without its line feed. False if it is no JSON object.</summary>
    public bool TryRead(ReadOnlySpan<byte> line, out Record record)
    {
        try
        {
            record = Read(line, out var found);
            return found;
        }
        catch (JsonException)
        {
            record = default;
            return false;
        }
    }

    private Record Read(ReadOnlySpan<byte> line, out bool found)
    {
        found = false;
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (line.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return default;

        _parts.AsSpan().Fill(-1);
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var part = PartOf(reader.ValueSpan);
            var key = (int)reader.TokenStartIndex;
            var keyEnd = key + reader.ValueSpan.Length + 2;
            _ = reader.Read();
            var value = (int)reader.TokenStartIndex;
            var holdsObject = SkipsObject(ref reader);

            // Of two keys of the same name the record's own one is the first.
            if (part != RecordPart.Field && _parts[(int)part] >= 0)
                part = RecordPart.Field;
            if (part != RecordPart.Field)
                _parts[(int)part] = count;
            if (count == _fields.Length)
                Array.Resize(ref _fields, count * 2);
            _fields[count++] = new RecordField(part, key, keyEnd, value, (int)reader.BytesConsumed, holdsObject);
        }

        // The reader throws on anything after the object.
        _ = reader.Read();
        found = true;
        return new Record(line, _fields.AsSpan(0, count), _parts);
    }

    private static bool SkipsObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return false;

        var found = reader.TokenType == JsonTokenType.StartObject;
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
            found |= reader.TokenType == JsonTokenType.StartObject;
        return found;
    }

    private static RecordPart PartOf(ReadOnlySpan<byte> key) => key.Length switch
    {
        4 when key.SequenceEqual("time"u8) => RecordPart.Time,
        5 when key.SequenceEqual("level"u8) => RecordPart.Level,
        5 when key.SequenceEqual("event"u8) => RecordPart.Event,
        5 when key.SequenceEqual("error"u8) => RecordPart.Error,
        7 when key.SequenceEqual("message"u8) => RecordPart.Message,
        7 when key.SequenceEqual("span_id"u8) => RecordPart.SpanId,
        8 when key.SequenceEqual("category"u8) => RecordPart.Category,
        8 when key.SequenceEqual("event_id"u8) => RecordPart.EventId,
        8 when key.SequenceEqual("trace_id"u8) => RecordPart.TraceId,
        9 when key.SequenceEqual("thread_id"u8) => RecordPart.ThreadId,
        9 when key.SequenceEqual("call_site"u8) => RecordPart.CallSite,
        10 when key.SequenceEqual("error_type"u8) => RecordPart.ErrorType,
        11 when key.SequenceEqual("error_stack"u8) => RecordPart.ErrorStack,
        _ => RecordPart.Field,
    };
}
