using BoltApp.Logging;

namespace BoltApp.Incidents;

/// <summary>The incidents there are, and which of them are on.</summary>
/// <remarks>It never logs while it holds its lock: a log call may be what is stuck, and switching off is what frees it.</remarks>
internal sealed class IncidentBoard(IEnumerable<Incident> incidents, ILogger logger) : IDisposable
{
    private readonly Dictionary<string, Incident> _incidents = incidents.ToDictionary(static incident => incident.Name);
    private readonly HashSet<Incident> _on = [];
    private readonly Lock _lock = new();

    public static IncidentBoard Create(CollectorSink collector, ILogger logger) => new(
        [
            new SlowSink(collector, logger),
            new FailingSink(collector, logger),
            new PoolExhaustion(collector, logger),
            new SlowFormatter(logger),
            new AllocatingFormatter(logger),
            new ThrowingFormatter(logger),
            new ErrorStorm(logger),
            new LogStorm(logger),
            new MemoryGrowth(),
            new CpuBurn(),
            new LockContention(),
            new SteadyLoad(logger),
        ],
        logger);

    public IReadOnlyList<IncidentState> States
    {
        get
        {
            lock (_lock)
                return [.. _incidents.Values.Select(incident => new IncidentState(incident.Name, _on.Contains(incident), incident.Description, incident.Parameters))];
        }
    }

    /// <exception cref="ArgumentException">There is no such incident.</exception>
    public Incident Get(string name) => _incidents.GetValueOrDefault(name)
        ?? throw new ArgumentException($"There is no incident '{name}'; there are {string.Join(", ", _incidents.Keys)}.");

    /// <summary>Switches on; an incident that is on already begins anew.</summary>
    public void SwitchOn(Incident incident, IncidentValues values)
    {
        Log.IncidentOn(logger, incident.Name);
        lock (_lock)
        {
            if (_on.Remove(incident))
                incident.Stop();

            incident.Start(values);
            _on.Add(incident);
        }
    }

    /// <summary>Switches off what is on.</summary>
    public void SwitchOff(Incident incident)
    {
        lock (_lock)
        {
            if (!_on.Remove(incident))
                return;

            incident.Stop();
        }

        Log.IncidentOff(logger, incident.Name);
    }

    public void Dispose()
    {
        foreach (Incident incident in _incidents.Values)
            SwitchOff(incident);
    }
}
