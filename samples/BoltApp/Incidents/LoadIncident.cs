namespace BoltApp.Incidents;

/// <summary>An incident that logs at a rate while it is on.</summary>
internal abstract class LoadIncident : Incident
{
    private readonly IncidentParameter _rate;
    private PacedLoad? _load;
    private long _step;

    /// <param name="rate">Records per second, unless the switch says otherwise.</param>
    protected LoadIncident(int rate) => _rate = new IncidentParameter("rate", rate, 1, 10_000_000);

    public sealed override IReadOnlyList<IncidentParameter> Parameters => [_rate, .. OwnParameters];

    /// <summary>What the switch takes besides the rate.</summary>
    protected virtual IReadOnlyList<IncidentParameter> OwnParameters => [];

    public sealed override void Start(IncidentValues values)
    {
        Begin(values);
        _load = PacedLoad.Start(Name, values[_rate], () => Log(_step++));
    }

    public sealed override void Stop()
    {
        // In this order: the load may be waiting for what the trouble holds.
        End();
        _load?.Dispose();
    }

    /// <summary>Logs one record.</summary>
    protected abstract void Log(long step);

    /// <summary>Begins the trouble, before the load.</summary>
    protected virtual void Begin(IncidentValues values)
    {
    }

    /// <summary>Ends the trouble, before the load.</summary>
    protected virtual void End()
    {
    }
}
