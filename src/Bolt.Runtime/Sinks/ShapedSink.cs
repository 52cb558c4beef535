using Bolt.Sinks.Shapes;

namespace Bolt.Sinks;

/// <summary>Rewrites each record for readers of another system's lines, and hands it to another sink.</summary>
/// <remarks>
/// One line in, one line out, in the same order; values are copied byte for byte. A line that is no JSON object is passed on as it is. A
/// field whose key the shape itself writes gets <c>_</c> appended. Works in buffers of its own: nothing is allocated once they have
/// grown. The text of a <see cref="ConsoleSink"/> is made from Bolt's own shape: give it <see cref="ConsoleFormat.Json"/>.
/// </remarks>
public sealed class ShapedSink : LogSink
{
    private readonly LogSink _inner;
    private readonly Shape _shape;
    private readonly RecordReader _reader = new();
    private readonly ShapeBuffer _lines = new();

    /// <summary>Creates a sink that writes to another one.</summary>
    /// <param name="inner">Where the lines go. Disposed with this sink; written by nobody else.</param>
    /// <param name="shape">Their shape.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shape"/> is not a value of its enumeration.</exception>
    public ShapedSink(LogSink inner, RecordShape shape)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
        _shape = shape switch
        {
            RecordShape.GoBolt => new GoBoltShape(),
            RecordShape.SerilogCompact => new SerilogCompactShape(),
            RecordShape.Ecs => new EcsShape(),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "The shape must be GoBolt, SerilogCompact or Ecs."),
        };
    }

    /// <summary>What the inner sink says.</summary>
    public override bool MayBlock => _inner.MayBlock;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> records, int count)
    {
        _lines.Clear();
        while (!records.IsEmpty)
        {
            var end = records.IndexOf((byte)'\n');
            var line = end < 0 ? records : records[..end];
            if (_reader.TryRead(line, out var record))
                _shape.Write(record, _lines);
            else
                _lines.Append(line);

            if (end >= 0)
                _lines.Append((byte)'\n');
            records = end < 0 ? default : records[(end + 1)..];
        }

        _inner.Write(_lines.Written, count);
    }

    /// <inheritdoc/>
    public override void Flush() => _inner.Flush();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _inner.Dispose();
}
