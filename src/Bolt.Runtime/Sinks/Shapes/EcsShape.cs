namespace Bolt.Sinks.Shapes;

/// <summary><see cref="RecordShape.Ecs"/>: first the keys that people read, in the order that Elastic's own loggers write.</summary>
internal sealed class EcsShape : Shape
{
    public override void Write(in Record record, ShapeBuffer line)
    {
        line.Open();
        line.Member("\"@timestamp\""u8, record[RecordPart.Time]);
        line.Member("\"log.level\""u8, record[RecordPart.Level]);
        line.Member("\"message\""u8, record[RecordPart.Message]);
        line.Member("\"ecs.version\""u8, "\"8.11.0\""u8);
        line.Member("\"log.logger\""u8, record[RecordPart.Category]);
        EventCode(record[RecordPart.EventId], line);
        line.Member("\"event.action\""u8, record[RecordPart.Event]);
        line.Member("\"error.message\""u8, record[RecordPart.Error]);
        line.Member("\"error.type\""u8, record[RecordPart.ErrorType]);
        line.Member("\"error.stack_trace\""u8, record[RecordPart.ErrorStack]);
        line.Member("\"process.thread.id\""u8, record[RecordPart.ThreadId]);
        line.Member("\"trace.id\""u8, record[RecordPart.TraceId]);
        line.Member("\"span.id\""u8, record[RecordPart.SpanId]);
        Fields(record, line, FieldKind.OfSchema);
        Fields(record, line, FieldKind.Label);
        Fields(record, line, FieldKind.Metadata);
        line.Close();
    }

    private static void EventCode(ReadOnlySpan<byte> id, ShapeBuffer line)
    {
        if (id.IsEmpty)
            return;

        // A keyword in the schema, so a text.
        line.Key("\"event.code\""u8);
        line.Append((byte)'"');
        line.Append(id.Trim((byte)'"'));
        line.Append((byte)'"');
    }

    private static void Fields(in Record record, ShapeBuffer line, FieldKind kind)
    {
        var isOpen = kind == FieldKind.OfSchema;
        foreach (ref readonly var field in record.Fields)
        {
            if (field.Part is not (RecordPart.Field or RecordPart.CallSite))
                continue;

            var key = record.KeyOf(field);
            if (KindOf(key, field.HoldsObject) != kind)
                continue;

            if (!isOpen)
            {
                line.Key(kind == FieldKind.Label ? "\"labels\""u8 : "\"metadata\""u8);
                line.Open();
                isOpen = true;
            }

            line.Field(record, field, isTaken: kind == FieldKind.OfSchema && IsTaken(key));
        }

        if (isOpen && kind != FieldKind.OfSchema)
            line.Close();
    }

    private static FieldKind KindOf(ReadOnlySpan<byte> key, bool holdsObject) =>
        key.Contains((byte)'.') ? FieldKind.OfSchema : holdsObject ? FieldKind.Metadata : FieldKind.Label;

    private static bool IsTaken(ReadOnlySpan<byte> key) =>
        key.SequenceEqual("\"log.level\""u8) || key.SequenceEqual("\"ecs.version\""u8) || key.SequenceEqual("\"log.logger\""u8)
        || key.SequenceEqual("\"event.code\""u8) || key.SequenceEqual("\"event.action\""u8)
        || key.SequenceEqual("\"error.message\""u8) || key.SequenceEqual("\"error.type\""u8) || key.SequenceEqual("\"error.stack_trace\""u8)
        || key.SequenceEqual("\"process.thread.id\""u8) || key.SequenceEqual("\"trace.id\""u8) || key.SequenceEqual("\"span.id\""u8);

    private enum FieldKind
    {
        /// <summary>Its key holds a dot, as all but a few of the schema's do.</summary>
        OfSchema,

        /// <summary>The schema's place for keys of one's own; no objects.</summary>
        Label,

        /// <summary>Where Elastic's library for .NET puts what is no label.</summary>
        Metadata,
    }
}
