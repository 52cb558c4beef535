namespace BoltApp.Incidents;

/// <summary>An incident, as <c>GET /incidents</c> shows it.</summary>
internal sealed record IncidentState(string Name, bool On, string Description, IReadOnlyList<IncidentParameter> Parameters);
