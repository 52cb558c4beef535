namespace Bolt.Sinks.Shapes;

/// <summary>Writes a record with the keys of one <see cref="RecordShape"/>.</summary>
internal abstract class Shape
{
    /// <summary>Appends the record as one JSON object, without a line feed.</summary>
    public abstract void Write(in Record record, ShapeBuffer line);
}
