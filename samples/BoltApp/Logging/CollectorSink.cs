using Bolt;

namespace BoltApp.Logging;

/// <summary>
/// Stands for a log collector across the network: it takes every batch at once, unless an incident has it slow, stuck or refusing.
/// </summary>
internal sealed class CollectorSink : LogSink
{
    private readonly ManualResetEventSlim _flows = new(initialState: true);
    private volatile int _delayMs;
    private volatile bool _refuses;

    /// <summary>How long each batch takes, in milliseconds.</summary>
    public int DelayMs { get => _delayMs; set => _delayMs = value; }

    /// <summary>Whether each batch fails.</summary>
    public bool Refuses { get => _refuses; set => _refuses = value; }

    /// <summary>Has batches wait until <see cref="Resume"/>.</summary>
    public void Stall() => _flows.Reset();

    /// <summary>Takes batches again.</summary>
    public void Resume() => _flows.Set();

    public override void Write(ReadOnlySpan<byte> records, int count)
    {
        _flows.Wait();
        if (_delayMs > 0)
            Thread.Sleep(_delayMs);

        if (_refuses)
            throw new IOException("The collector has closed the connection.");
    }

    protected override void Dispose(bool disposing) => Resume();
}
