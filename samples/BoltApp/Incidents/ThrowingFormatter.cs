namespace BoltApp.Incidents;

internal sealed class ThrowingFormatter(ILogger logger) : LoadIncident(rate: 200)
{
    public override string Name => "throwing-formatter";

    public override string Description => "A value throws when it is formatted: BoltLoggingErrorRate, BoltLoggingErrorRateCritical.";

    protected override void Log(long step) => IncidentLog.BrokenlyPriced(logger, step, default);
}
