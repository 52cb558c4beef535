namespace BoltApp.Incidents;

/// <summary>A whole number that an incident's switch takes.</summary>
/// <param name="Name">Its name in the query.</param>
/// <param name="Default">Its value when the query has none.</param>
/// <param name="Least">The least value.</param>
/// <param name="Most">The greatest value.</param>
internal sealed record IncidentParameter(string Name, int Default, int Least, int Most);
