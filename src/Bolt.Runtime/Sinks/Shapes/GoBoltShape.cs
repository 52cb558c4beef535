namespace Bolt.Sinks.Shapes;

/// <summary><see cref="RecordShape.GoBolt"/>: its readers know level and message, and a time only as <c>timestamp</c>.</summary>
internal sealed class GoBoltShape : Shape
{
    public override void Write(in Record record, ShapeBuffer line)
    {
        line.Open();
        line.Member("\"level\""u8, record[RecordPart.Level]);
        line.Member("\"timestamp\""u8, record[RecordPart.Time]);
        foreach (ref readonly var field in record.Fields)
        {
            switch (field.Part)
            {
                case RecordPart.Level or RecordPart.Time or RecordPart.Message:
                    break;
                case RecordPart.ErrorStack:
                    line.Member("\"stack\""u8, record.ValueOf(field));
                    break;
                case RecordPart.CallSite:
                    line.Member("\"caller\""u8, record.ValueOf(field));
                    break;
                case RecordPart.Field:
                    line.Field(record, field, IsTaken(record.KeyOf(field)));
                    break;
                default:
                    line.Member(record.KeyOf(field), record.ValueOf(field));
                    break;
            }
        }

        line.Member("\"message\""u8, record[RecordPart.Message]);
        line.Close();
    }

    private static bool IsTaken(ReadOnlySpan<byte> key) =>
        key.SequenceEqual("\"timestamp\""u8) || key.SequenceEqual("\"stack\""u8) || key.SequenceEqual("\"caller\""u8);
}
