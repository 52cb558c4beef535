namespace BoltApp.Incidents;

/// <summary>A trouble that can be switched on and off. It acts by what any program can do: it logs, computes, allocates, or has a sink misbehave.</summary>
internal abstract class Incident
{
    /// <summary>The name in <c>/incidents/{name}</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What happens, and the alerts that are to tell.</summary>
    public abstract string Description { get; }

    /// <summary>The values that its switch takes.</summary>
    public virtual IReadOnlyList<IncidentParameter> Parameters => [];

    /// <summary>Begins; the caller sees to it that the incident is off, and alone.</summary>
    public abstract void Start(IncidentValues values);

    /// <summary>Ends, and leaves nothing behind; the caller sees to it that the incident is on, and alone.</summary>
    public abstract void Stop();
}
