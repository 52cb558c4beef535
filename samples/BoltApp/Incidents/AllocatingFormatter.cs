namespace BoltApp.Incidents;

internal sealed class AllocatingFormatter(ILogger logger) : LoadIncident(rate: 2_000)
{
    public override string Name => "allocating-formatter";

    public override string Description => "A value makes strings to format itself: BoltUnexpectedAllocations.";

    protected override void Log(long step) => IncidentLog.WastefullyPriced(logger, step, new WastefulPrice(9.99m));
}
