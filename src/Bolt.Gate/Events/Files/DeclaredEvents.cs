using Bolt.Generators.Catalogue;

namespace Bolt.Gate.Events.Files;

/// <summary>What the two files say together: what was shipped, less what was removed since, and what is new.</summary>
internal sealed class DeclaredEvents
{
    private readonly Dictionary<string, HashSet<string>> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lines = new(StringComparer.Ordinal);

    public DeclaredEvents(EventFile shipped, EventFile unshipped)
    {
        Shipped = shipped;
        Unshipped = unshipped;
        foreach (var entry in shipped.Entries)
        {
            if (!entry.IsRemoval)
                Add(entry.Line);
        }

        foreach (var entry in unshipped.Entries)
        {
            if (entry.IsRemoval)
                Remove(entry.Line);
        }

        foreach (var entry in unshipped.Entries)
        {
            if (!entry.IsRemoval)
                Add(entry.Line);
        }
    }

    public EventFile Shipped { get; }

    public EventFile Unshipped { get; }

    /// <summary>What is said of each key: more than one thing where overloads differ.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Values => _values;

    /// <summary>What is wrong with the first file: by itself, or because of the other.</summary>
    public IEnumerable<EventFileProblem> ShippedProblems()
    {
        foreach (var problem in Shipped.Problems)
            yield return problem;
        foreach (var entry in Shipped.Entries)
        {
            if (entry.IsRemoval)
                yield return new EventFileProblem(entry.Number, $"takes back what it ships itself; move it to {EventFile.UnshippedName}, or remove both lines");
        }
    }

    /// <inheritdoc cref="ShippedProblems"/>
    public IEnumerable<EventFileProblem> UnshippedProblems()
    {
        foreach (var problem in Unshipped.Problems)
            yield return problem;

        var shipped = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in Shipped.Entries)
            shipped.Add(entry.Line.ToString());
        foreach (var entry in Unshipped.Entries)
        {
            var isShipped = shipped.Contains(entry.Line.ToString());
            if (entry.IsRemoval && !isShipped)
                yield return new EventFileProblem(entry.Number, $"takes back a line that {EventFile.ShippedName} does not have; remove it");
            if (!entry.IsRemoval && isShipped)
                yield return new EventFileProblem(entry.Number, $"stands in {EventFile.ShippedName} too; remove it here");
        }
    }

    /// <summary>The lines.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    private void Add(EventLine line)
    {
        if (!_lines.Add(line.ToString()))
            return;
        if (!_values.TryGetValue(line.Key, out var values))
            _values.Add(line.Key, values = new HashSet<string>(StringComparer.Ordinal));
        values.Add(line.Value);
    }

    private void Remove(EventLine line)
    {
        if (!_lines.Remove(line.ToString()))
            return;
        var values = _values[line.Key];
        values.Remove(line.Value);
        if (values.Count == 0)
            _values.Remove(line.Key);
    }
}
