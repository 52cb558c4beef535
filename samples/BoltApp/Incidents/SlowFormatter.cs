namespace BoltApp.Incidents;

internal sealed class SlowFormatter(ILogger logger) : LoadIncident(rate: 500)
{
    private static readonly IncidentParameter s_duration = new("microseconds", 200, 1, 1_000_000);
    private int _microseconds;

    public override string Name => "slow-formatter";

    public override string Description => "A value takes 200 µs to format: BoltLoggingLatencyWarning, BoltLoggingLatencyHigh.";

    protected override IReadOnlyList<IncidentParameter> OwnParameters => [s_duration];

    protected override void Begin(IncidentValues values) => _microseconds = values[s_duration];

    protected override void Log(long step) => IncidentLog.SlowlyPriced(logger, step, new SlowPrice(9.99m, _microseconds));
}
