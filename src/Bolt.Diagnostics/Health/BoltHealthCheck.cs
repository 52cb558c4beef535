using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bolt.Diagnostics.Health;

/// <summary>Whether records get where they should.</summary>
/// <param name="clock">Tells how long ago something was.</param>
internal sealed class BoltHealthCheck(TimeProvider clock) : IHealthCheck, IDisposable
{
    /// <summary>What counts as now: as long as probes are usually apart, so that each of several probes sees the same.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    /// <summary>The runbook's threshold of BoltEventPoolExhaustion.</summary>
    private const int ExhaustedBelow = 5;

    private readonly LoggingStateReader _reader = new();
    private readonly Queue<(long Time, LoggingState State)> _seen = new();
    private readonly Lock _lock = new();

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        LoggingState now = _reader.Read();
        LoggingState then = Remember(now);
        List<string> problems = [];
        if (now.SinkErrors > then.SinkErrors)
            problems.Add($"a sink is failing: {now.SinkErrors - then.SinkErrors} records lost");

        if (now.Available < Math.Min(ExhaustedBelow, now.PoolSize))
            problems.Add($"the event pool is exhausted: {now.Available} of {now.PoolSize} events are free");

        if (now.Dropped > then.Dropped)
            problems.Add($"records are being dropped: {now.Dropped - then.Dropped}");

        return Task.FromResult(problems.Count == 0
            ? HealthCheckResult.Healthy("Records are delivered.")
            : new HealthCheckResult(context.Registration.FailureStatus, $"In the last {Window.TotalSeconds:0} s: {string.Join("; ", problems)}."));
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Keeps the state; returns the oldest one seen within the window, or the last one before it.</summary>
    private LoggingState Remember(LoggingState state)
    {
        lock (_lock)
        {
            long now = clock.GetTimestamp();
            _seen.Enqueue((now, state));
            while (_seen.Count > 1 && clock.GetElapsedTime(_seen.ElementAt(1).Time, now) >= Window)
                _seen.Dequeue();

            return _seen.Peek().State;
        }
    }
}
