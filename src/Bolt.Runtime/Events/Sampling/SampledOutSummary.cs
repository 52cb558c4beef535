using System.Collections;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>Writes a record, some time after a call of an event was left out, that tells how many were since then; at the latest when the logger's factory is disposed.</summary>
internal sealed class SampledOutSummary(EventSampler sampler, ILogger logger, LogEventInfo info, LogLevel level) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private static readonly EventId s_event = new(0, "SampledOut");
    private static readonly Lock s_lock = new();
    private static readonly List<SampledOutSummary> s_waiting = [];

    private readonly LogPipeline? _pipeline = (logger as BoltLogger ?? EventWriter.Behind(logger))?.Pipeline;
    private readonly long _since = Stopwatch.GetTimestamp();
    private Timer? _timer;
    private long _count;
    private double _seconds;

    /// <inheritdoc/>
    public int Count => 4;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("sampled_event", info.EventId.Name),
        1 => new("sampled_out", _count),
        2 => new("seconds", _seconds),
        3 => new("{OriginalFormat}", "{sampled_out} calls of {sampled_event} were left out in {seconds} s"),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    /// <summary>Writes what a factory's loggers have not told yet; before it is disposed.</summary>
    internal static void WriteAll(LogPipeline pipeline)
    {
        SampledOutSummary[] due;
        lock (s_lock)
            due = [.. s_waiting.Where(summary => summary._pipeline == pipeline)];

        foreach (SampledOutSummary summary in due)
            summary.Write();
    }

    /// <summary>Has the record written when the factory's interval is over.</summary>
    internal void Start()
    {
        lock (s_lock)
            s_waiting.Add(this);

        TimeSpan interval = _pipeline?.SampledOutInterval ?? BoltOptions.DefaultSampledOutInterval;

        // Without the caller's asynchronous context, whose activity and scopes are of one call of many.
        using (ExecutionContext.SuppressFlow())
            _timer = new Timer(static summary => ((SampledOutSummary)summary!).Write(), this, interval, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    /// <inheritdoc/>
    [AllowAllocation("Once for each summary.")]
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_count} calls of {info.EventId.Name} were left out in {_seconds} s");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Write()
    {
        lock (s_lock)
        {
            if (!s_waiting.Remove(this))
                return;
        }

        _timer?.Dispose();
        _count = sampler.TakeSampledOut();
        _seconds = Math.Round(Stopwatch.GetElapsedTime(_since).TotalSeconds, 3);
        try
        {
            logger.Log(level, s_event, this, null, static (summary, _) => summary.ToString());
        }
        catch (Exception exception)
        {
            // On a timer's thread an exception would end the process.
            Trace.TraceError("A logging provider failed on a summary of sampled events: {0}", exception);
        }
    }
}
