using BoltApp.Logging;

namespace BoltApp.Incidents;

internal sealed class FailingSink(CollectorSink collector, ILogger logger) : LoadIncident(rate: 200)
{
    public override string Name => "failing-sink";

    public override string Description => "The collector refuses every batch: BoltLoggingErrorRate, BoltLoggingErrorRateCritical.";

    protected override void Begin(IncidentValues values) => collector.Refuses = true;

    protected override void End() => collector.Refuses = false;

    protected override void Log(long step) => IncidentLog.StepDone(logger, step, Name);
}
