namespace BoltApp.Incidents;

internal sealed class ErrorStorm(ILogger logger) : LoadIncident(rate: 200)
{
    public override string Name => "error-storm";

    public override string Description => "Every step fails: BoltLogLevelDistributionAnomaly.";

    protected override void Log(long step) => IncidentLog.StepFailed(logger, step, Name, "the upstream does not answer");
}
