using System.Globalization;

namespace BoltApp.Incidents;

/// <summary>What a switch was thrown with.</summary>
internal sealed class IncidentValues
{
    private readonly Dictionary<IncidentParameter, int> _values = [];

    private IncidentValues()
    {
    }

    public int this[IncidentParameter parameter] => _values[parameter];

    /// <exception cref="ArgumentException">The query has a parameter that the incident does not know, or a value that it does not take.</exception>
    public static IncidentValues Read(Incident incident, IQueryCollection? query)
    {
        var values = new IncidentValues();
        foreach (IncidentParameter parameter in incident.Parameters)
            values._values[parameter] = parameter.Default;

        foreach ((string name, Microsoft.Extensions.Primitives.StringValues texts) in query ?? QueryCollection.Empty)
        {
            IncidentParameter parameter = incident.Parameters.FirstOrDefault(known => known.Name == name)
                ?? throw new ArgumentException($"'{name}' is no parameter of {incident.Name}, which takes {Known(incident)}.");
            if (!int.TryParse(texts, NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value < parameter.Least || value > parameter.Most)
                throw new ArgumentException($"{name} is '{texts}': use a whole number from {parameter.Least} to {parameter.Most}.");

            values._values[parameter] = value;
        }

        return values;
    }

    private static string Known(Incident incident) =>
        incident.Parameters.Count == 0 ? "none" : string.Join(", ", incident.Parameters.Select(static parameter => parameter.Name));
}
