using BoltApp.Logging;

namespace BoltApp.Incidents;

internal sealed class PoolExhaustion(CollectorSink collector, ILogger logger) : LoadIncident(rate: 20_000)
{
    public override string Name => "pool-exhaustion";

    public override string Description => "The collector is stuck while records come: BoltEventPoolWarning, BoltEventPoolExhaustion. With overflow 'block' log calls wait until it is over.";

    protected override void Begin(IncidentValues values) => collector.Stall();

    protected override void End() => collector.Resume();

    protected override void Log(long step) => IncidentLog.StepDone(logger, step, Name);
}
