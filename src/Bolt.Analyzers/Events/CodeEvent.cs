using Bolt.Generators.Catalogue;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Events;

/// <summary>An event as the code has it: all log methods of one type that write under one name.</summary>
internal sealed class CodeEvent(string key)
{
    private readonly Dictionary<string, HashSet<string>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Location> _fields = new(StringComparer.Ordinal);
    private Location? _method;

    /// <summary>The key of its line.</summary>
    public string Key => key;

    /// <summary>What is said of it and of each field: more than one thing where overloads differ.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Values => _values;

    /// <summary>The first of the methods.</summary>
    public Location Place => _method!;

    /// <summary>The events of a type, by their keys.</summary>
    /// <param name="type">The type.</param>
    /// <param name="compilation">The compilation that it is of.</param>
    /// <param name="hasMistakes">Whether a declaration has one, so that what it means is not known.</param>
    /// <param name="ct">Ends the work.</param>
    public static Dictionary<string, CodeEvent> Read(INamedTypeSymbol type, Compilation compilation, out bool hasMistakes, CancellationToken ct)
    {
        hasMistakes = false;
        var events = new Dictionary<string, CodeEvent>(StringComparer.Ordinal);
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || WellKnown.Find(method, "LogEventAttribute") is not { } attribute)
                continue;

            if (LogMethodParser.Parse(method, attribute, compilation, problems: null, ct) is not { } model || EventReader.Read(model) is not { } one)
            {
                hasMistakes = true;
                continue;
            }

            var lines = EventLine.Of(one);
            if (!events.TryGetValue(lines[0].Key, out var known))
                events.Add(lines[0].Key, known = new CodeEvent(lines[0].Key));
            known.Add(lines);
            known.Locate(method, model);
        }

        return events;
    }

    /// <summary>Where a field is declared: the parameter that it is, or that it comes with.</summary>
    public Location PlaceOf(string fieldKey)
    {
        var end = fieldKey.Length;
        while (end > key.Length)
        {
            if (_fields.TryGetValue(fieldKey.Substring(0, end), out var place))
                return place;
            end--;
        }

        return Place;
    }

    private void Add(List<EventLine> lines)
    {
        foreach (var line in lines)
        {
            if (!_values.TryGetValue(line.Key, out var values))
                _values.Add(line.Key, values = new HashSet<string>(StringComparer.Ordinal));
            values.Add(line.Value);
        }
    }

    private void Locate(IMethodSymbol method, Generators.Model.LogMethodModel model)
    {
        _method ??= method.Locations[0];
        for (var i = 0; i < model.Parameters.Length; i++)
        {
            var parameter = model.Parameters[i];
            if (method.Parameters[i].Locations is not [var place, ..])
                continue;

            if (parameter.IsFlattened)
            {
                foreach (var member in parameter.Flattened)
                    Locate(member.Key, place);
            }
            else if (parameter.Role == Generators.Model.ParameterRole.Exception)
            {
                Locate("error", place);
            }
            else if (parameter.Value is not null)
            {
                Locate(parameter.Key, place);
            }
        }
    }

    private void Locate(string field, Location place)
    {
        var path = CataloguePath.To(key, field);
        if (!_fields.ContainsKey(path))
            _fields.Add(path, place);
    }
}
