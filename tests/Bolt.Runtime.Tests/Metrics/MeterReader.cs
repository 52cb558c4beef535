using System.Diagnostics.Metrics;

namespace Bolt.Runtime.Tests;

/// <summary>Listens to the meter <c>Bolt</c>, as an exporter does. A series is named <c>bolt.log.events{level=info}</c>.</summary>
internal sealed class MeterReader : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, double> _values = [];
    private readonly Dictionary<string, List<double>> _recorded = [];

    internal MeterReader()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != "Bolt")
                return;

            lock (_values)
                Instruments.Add(instrument);

            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _listener.Start();
        Wait.Until(() =>
        {
            lock (_values)
                return Instruments.Exists(static instrument => instrument.Name == "process.cpu");
        }, "the meter made");
    }

    internal List<Instrument> Instruments { get; } = [];

    /// <summary>All series that can be observed now.</summary>
    internal Dictionary<string, double> Read()
    {
        lock (_values)
            _values.Clear();

        _listener.RecordObservableInstruments();
        lock (_values)
            return new(_values);
    }

    /// <summary>What a histogram was given so far.</summary>
    internal double[] Recorded(string series)
    {
        lock (_values)
            return _recorded.TryGetValue(series, out List<double>? values) ? [.. values] : [];
    }

    public void Dispose() => _listener.Dispose();

    private void Measured(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string series = instrument.Name;
        if (tags.Length > 0)
            series += "{" + string.Join(',', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}")) + "}";

        lock (_values)
        {
            if (instrument.IsObservable)
            {
                Assert.True(_values.TryAdd(series, value), $"{series} is given twice");
                return;
            }

            if (!_recorded.TryGetValue(series, out List<double>? values))
                _recorded[series] = values = [];

            values.Add(value);
        }
    }
}
