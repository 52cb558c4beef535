using Bolt.Runtime;

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

    /// <summary>The errors of the factory that writes to this sink; null until it belongs to one.</summary>
    internal ErrorLog? Errors { get; set; }

    /// <summary>
    /// Reports an error of this sink that no call can throw, since it comes after the call that it concerns returned: it is counted as
    /// one of reason <see cref="LogErrorReason.Sink"/>, or as one for each record lost, and passed to <see cref="BoltOptions.OnError"/>.
    /// </summary>
    /// <remarks>May be called from any thread, and does nothing while the sink belongs to no factory.</remarks>
    /// <param name="message">What went wrong, with the input's name and the remedy.</param>
    /// <param name="lostRecords">The number of records that <see cref="Write"/> has accepted and that are lost; 0 when none is.</param>
    /// <param name="exception">The exception behind it, or null.</param>
    /// <exception cref="ArgumentException"><paramref name="message"/> is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lostRecords"/> is negative.</exception>
    protected void ReportError(string message, int lostRecords = 0, Exception? exception = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(message);
        ArgumentOutOfRangeException.ThrowIfNegative(lostRecords);
        Errors?.Report(LogErrorReason.Sink, message, exception, lostRecords);
    }

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
