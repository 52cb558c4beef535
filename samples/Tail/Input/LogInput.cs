namespace Tail.Input;

/// <summary>Where a log comes from. For one thread.</summary>
internal abstract class LogInput : IDisposable
{
    /// <summary>Bytes read so far.</summary>
    public virtual long Position => 0;

    /// <summary>Bytes that there were to read at first; 0 if that is not known.</summary>
    public virtual long Total => 0;

    /// <summary>Reads on, and waits if there is nothing yet.</summary>
    /// <param name="room">Where to; not empty.</param>
    /// <param name="count">The bytes read: more than 0 for <see cref="Step.Bytes"/>, otherwise 0.</param>
    /// <param name="interrupted">Ends the waiting.</param>
    /// <exception cref="IOException">Reading failed; the message names the file.</exception>
    public abstract Step Read(Memory<byte> room, out int count, CancellationToken interrupted);

    public abstract void Dispose();
}

/// <summary>What reading has come to.</summary>
internal enum Step
{
    /// <summary>Bytes, which go on where those before ended.</summary>
    Bytes,

    /// <summary>The end of what there was at first; more may come.</summary>
    CaughtUp,

    /// <summary>Another file, or the same from its beginning: the next bytes begin a line.</summary>
    NextFile,

    /// <summary>The end.</summary>
    End,
}
