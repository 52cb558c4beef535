using System.Diagnostics.Metrics;

namespace Bolt.Diagnostics.Health;

/// <summary>How logging is doing at one moment, as its meter says.</summary>
/// <param name="SinkErrors">Records that sinks did not take, so far.</param>
/// <param name="Dropped">Records dropped because the pool was empty, so far.</param>
/// <param name="Available">Events that the fullest pool can still take; null where nothing logs with Bolt.</param>
/// <param name="PoolSize">The size of that pool.</param>
internal readonly record struct LoggingState(long SinkErrors, long Dropped, long? Available, long PoolSize);

/// <summary>Reads <see cref="LoggingState"/> from the meter <c>Bolt</c>.</summary>
internal sealed class LoggingStateReader : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private long _sinkErrors;
    private long _dropped;
    private long? _available;
    private long _poolSize;

    internal LoggingStateReader()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "Bolt", Name: "bolt.logging.errors" or "bolt.log.events.dropped" or "bolt.event_pool.available_events" or "bolt.event_pool.total_events" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(Measured);
        _listener.Start();
    }

    internal LoggingState Read()
    {
        lock (_lock)
        {
            _sinkErrors = 0;
            _dropped = 0;
            _available = null;
            _poolSize = 0;
            _listener.RecordObservableInstruments();
            return new LoggingState(_sinkErrors, _dropped, _available, _poolSize);
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Measured(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        switch (instrument.Name)
        {
            case "bolt.logging.errors":
                if (tags is [{ Value: "sink" }])
                    _sinkErrors = value;

                break;
            case "bolt.log.events.dropped":
                _dropped = value;
                break;
            case "bolt.event_pool.available_events":
                _available = value;
                break;
            default:
                _poolSize = value;
                break;
        }
    }
}
