namespace Bolt.Sinks;

/// <summary>Writes records to a <see cref="Stream"/>: one <see cref="Stream.Write(ReadOnlySpan{byte})"/> per batch.</summary>
/// <remarks>
/// A stream does not tell how much of a failed write it took, so nothing is written twice: the exception goes to the delivery, which
/// counts and reports the records, and the next batch begins with a line feed, so that a line torn by the failure ends there.
/// </remarks>
public sealed class StreamSink : LogSink
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private byte[]? _repair;
    private bool _torn;
    private bool _disposed;

    /// <summary>Creates a sink over the stream.</summary>
    /// <param name="stream">A writable stream, used by nobody else while the sink writes.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the sink is disposed. Default: false.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot be written.</exception>
    public StreamSink(Stream stream, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
            throw new ArgumentException($"The stream ({stream.GetType().Name}) is closed or read-only; pass one whose CanWrite is true.", nameof(stream));

        _stream = stream;
        _leaveOpen = leaveOpen;
        MayBlock = !IsPrompt(stream);
    }

    /// <summary>False for <see cref="Stream.Null"/>, a <see cref="MemoryStream"/> and a <see cref="FileStream"/> over a regular file; otherwise true.</summary>
    public override bool MayBlock { get; }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The sink is disposed.</exception>
    public override void Write(ReadOnlySpan<byte> records, int count)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var torn = _torn;
        _torn = true; // stands if the stream throws
        if (torn)
            _stream.Write(AfterLineFeed(records));
        else
            _stream.Write(records);
        _torn = false;
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The sink is disposed.</exception>
    public override void Flush()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            _stream.Flush();
        }
        catch
        {
            _torn = true; // a buffering stream may have written a part of what it held
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_disposed)
            return;

        _disposed = true;
        _repair = null;
        if (!_leaveOpen)
            _stream.Dispose();
        else if (_stream.CanWrite)
            _stream.Flush();
    }

    // The line feed and the batch must be one write: between two, another writer of the same target could come.
    private ReadOnlySpan<byte> AfterLineFeed(ReadOnlySpan<byte> records)
    {
        var length = records.Length + 1;
        if (_repair is null || _repair.Length < length)
            _repair = new byte[Math.Max(length, 4096)];
        _repair[0] = (byte)'\n';
        records.CopyTo(_repair.AsSpan(1));
        return _repair.AsSpan(0, length);
    }

    // Exact types: a derived stream may do anything.
    private static bool IsPrompt(Stream stream) =>
        ReferenceEquals(stream, Stream.Null)
        || stream.GetType() == typeof(MemoryStream)
        || (stream.GetType() == typeof(FileStream) && stream.CanSeek);
}
