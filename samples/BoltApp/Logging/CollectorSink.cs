using Bolt;

namespace BoltApp.Logging;

/// <summary>
/// Stands for a log collector across the network: it takes every batch at once, unless an incident has it slow or refusing.
/// </summary>
internal sealed class CollectorSink : LogSink
{
    private readonly ManualResetEventSlim _isPrompt = new(initialState: true);
    private volatile int _delayMs;
    private volatile bool _refuses;

    /// <summary>How long each batch takes, in milliseconds. Back at 0, the batch that is waiting goes on at once.</summary>
    public int DelayMs
    {
        get => _delayMs;
        set
        {
            _delayMs = value;
            if (value == 0)
                _isPrompt.Set();
            else
                _isPrompt.Reset();
        }
    }

    /// <summary>Whether each batch fails.</summary>
    public bool Refuses { get => _refuses; set => _refuses = value; }

    public override void Write(ReadOnlySpan<byte> records, int count)
    {
        _isPrompt.Wait(_delayMs);
        if (_refuses)
            throw new IOException("The collector has closed the connection.");
    }

    protected override void Dispose(bool disposing) => DelayMs = 0;
}
