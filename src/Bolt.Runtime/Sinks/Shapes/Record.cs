namespace Bolt.Sinks.Shapes;

/// <summary>A line with its keys and values found. Valid until the next one is read.</summary>
internal readonly ref struct Record(ReadOnlySpan<byte> line, ReadOnlySpan<RecordField> fields, ReadOnlySpan<int> parts)
{
    private readonly ReadOnlySpan<byte> _line = line;
    private readonly ReadOnlySpan<int> _parts = parts;

    /// <summary>All of them, in the line's order.</summary>
    public ReadOnlySpan<RecordField> Fields { get; } = fields;

    /// <summary>A part's value, as it is in the line; empty if the record has none.</summary>
    public ReadOnlySpan<byte> this[RecordPart part] => _parts[(int)part] is var place && place < 0 ? default : ValueOf(Fields[place]);

    /// <summary>A key, with its quotes.</summary>
    public ReadOnlySpan<byte> KeyOf(in RecordField field) => _line[field.Key..field.KeyEnd];

    /// <summary>A value, as it is in the line.</summary>
    public ReadOnlySpan<byte> ValueOf(in RecordField field) => _line[field.Value..field.End];
}
