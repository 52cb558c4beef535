namespace BoltApp.Incidents;

internal sealed class LogStorm(ILogger logger) : LoadIncident(rate: 700_000)
{
    public override string Name => "log-storm";

    public override string Description => "Someone logs in a loop: BoltLoggingRateHigh, BoltLoggingRateCritical.";

    protected override void Log(long step) => IncidentLog.StepDone(logger, step, Name);
}
