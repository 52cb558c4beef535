namespace Bolt;

/// <summary>
/// Where records end: receives batches of whole records, each one UTF-8 JSON object followed by <c>\n</c>.
/// </summary>
/// <remarks>
/// Calls to one sink never overlap, but may come from different threads. A sink may throw, block or log: the records of a failed
/// <see cref="Write"/> are counted and reported, never retried; a sink that blocks longer than
/// <see cref="BoltOptions.DrainTimeout"/> is left out until its call returns; what it logs is delivered later.
/// </remarks>
public abstract class LogSink : IDisposable
{
    /// <summary>Writes a batch. Returning means that the records are with the operating system, or wherever this sink leads.</summary>
    /// <param name="records">Whole records; valid only during the call.</param>
    /// <param name="count">The number of records, at least 1.</param>
    public abstract void Write(ReadOnlySpan<byte> records, int count);

    /// <summary>Hands over what the sink itself still holds. Called at the end of every drain.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>
    /// Whether <see cref="Write"/> may block for long: a pipe, a socket, a terminal. Such a sink is only ever written by Bolt's own
    /// thread; any other also by a logging thread that has filled its segments. Default: true.
    /// </summary>
    public virtual bool MayBlock => true;

    /// <summary>Releases the sink, after its last <see cref="Write"/>.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the sink holds.</summary>
    /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
