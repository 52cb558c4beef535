using BoltApp.Logging;

namespace BoltApp.Incidents;

internal sealed class SlowSink(CollectorSink collector, ILogger logger) : LoadIncident(rate: 200)
{
    private static readonly IncidentParameter s_delay = new("milliseconds", 20, 1, 10_000);

    public override string Name => "slow-sink";

    public override string Description => "The collector takes its time with every batch: BoltHandlerLatencyHigh; with synchronous delivery BoltLoggingLatencyHigh too.";

    protected override IReadOnlyList<IncidentParameter> OwnParameters => [s_delay];

    protected override void Begin(IncidentValues values) => collector.DelayMs = values[s_delay];

    protected override void End() => collector.DelayMs = 0;

    protected override void Log(long step) => IncidentLog.StepDone(logger, step, Name);
}
