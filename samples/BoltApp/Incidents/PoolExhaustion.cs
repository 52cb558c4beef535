using BoltApp.Logging;

namespace BoltApp.Incidents;

internal sealed class PoolExhaustion(CollectorSink collector, ILogger logger) : LoadIncident(rate: 200_000)
{
    /// <summary>Less than the five seconds after which a sink is left out: the pool would recover then.</summary>
    private const int DelayMs = 4_000;

    public override string Name => "pool-exhaustion";

    public override string Description => "The collector takes seconds for a batch while very many records come: BoltEventPoolWarning, BoltEventPoolExhaustion. With overflow 'block' log calls wait.";

    protected override void Begin(IncidentValues values) => collector.DelayMs = DelayMs;

    protected override void End() => collector.DelayMs = 0;

    protected override void Log(long step) => IncidentLog.StepDone(logger, step, Name);
}
