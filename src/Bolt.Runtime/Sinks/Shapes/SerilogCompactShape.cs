namespace Bolt.Sinks.Shapes;

/// <summary><see cref="RecordShape.SerilogCompact"/>, in the order in which Serilog's own formatter writes.</summary>
internal sealed class SerilogCompactShape : Shape
{
    public override void Write(in Record record, ShapeBuffer line)
    {
        line.Open();
        line.Member("\"@t\""u8, record[RecordPart.Time]);
        line.Member("\"@m\""u8, record[RecordPart.Message]);
        line.Member("\"@i\""u8, record[RecordPart.Event]);
        line.Member("\"@l\""u8, Level(record[RecordPart.Level]));

        // Serilog has the whole of an exception in one text. Without the stack its message is all there is.
        var stack = record[RecordPart.ErrorStack];
        line.Member("\"@x\""u8, stack.IsEmpty ? record[RecordPart.Error] : stack);
        line.Member("\"@tr\""u8, record[RecordPart.TraceId]);
        line.Member("\"@sp\""u8, record[RecordPart.SpanId]);
        line.Member("\"SourceContext\""u8, record[RecordPart.Category]);
        line.Member("\"ThreadId\""u8, record[RecordPart.ThreadId]);
        foreach (ref readonly var field in record.Fields)
        {
            if (field.Part == RecordPart.Field)
                Field(record, field, line);
            else if (field.Part is RecordPart.EventId or RecordPart.ErrorType or RecordPart.CallSite || (field.Part == RecordPart.Error && !stack.IsEmpty))
                line.Member(record.KeyOf(field), record.ValueOf(field));
        }

        line.Close();
    }

    private static void Field(in Record record, in RecordField field, ShapeBuffer line)
    {
        var key = record.KeyOf(field);
        if (key[1] != (byte)'@')
        {
            line.Field(record, field, isTaken: key.SequenceEqual("\"SourceContext\""u8) || key.SequenceEqual("\"ThreadId\""u8));
            return;
        }

        line.Key("\"@"u8, key[1..]);
        line.Append(record.ValueOf(field));
    }

    private static ReadOnlySpan<byte> Level(ReadOnlySpan<byte> level) =>
        level.SequenceEqual("\"info\""u8) ? default
        : level.SequenceEqual("\"warn\""u8) ? "\"Warning\""u8
        : level.SequenceEqual("\"error\""u8) ? "\"Error\""u8
        : level.SequenceEqual("\"debug\""u8) ? "\"Debug\""u8
        : level.SequenceEqual("\"fatal\""u8) ? "\"Fatal\""u8
        : level.SequenceEqual("\"trace\""u8) ? "\"Verbose\""u8
        : level;
}
