using Bolt.Gate.Events.Files;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Events;

/// <summary>
/// Compares the events of one type with what the files say. One cause is one finding: what belongs to an event, an object or a collection
/// is settled with it, and what went under one name and came under another, the same in all else, was renamed.
/// </summary>
internal sealed class EventComparison
{
    private readonly Dictionary<string, CodeEvent> _code;
    private readonly Dictionary<string, Dictionary<string, HashSet<string>>> _declared;
    private readonly List<EventFinding> _findings = [];

    private EventComparison(Dictionary<string, CodeEvent> code, Dictionary<string, Dictionary<string, HashSet<string>>> declared)
    {
        _code = code;
        _declared = declared;
    }

    /// <summary>The differences.</summary>
    /// <param name="code">The events of a type as the code has them.</param>
    /// <param name="declared">Those of the files: for each event what is said of each key.</param>
    /// <param name="type">Where the type is declared.</param>
    /// <param name="knowsAll">Whether <paramref name="code"/> is complete, so that what is not there is gone.</param>
    public static IReadOnlyList<EventFinding> Of(
        Dictionary<string, CodeEvent> code,
        Dictionary<string, Dictionary<string, HashSet<string>>> declared,
        Location type,
        bool knowsAll)
    {
        var comparison = new EventComparison(code, declared);
        comparison.Events(type, knowsAll);
        foreach (var one in code.Values)
        {
            if (declared.TryGetValue(one.Key, out var known))
                comparison.Fields(one, known);
        }

        return comparison._findings;
    }

    private void Events(Location type, bool knowsAll)
    {
        var come = _code.Values.Where(one => !_declared.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => Shape(one.Key, one.Values));
        var gone = _declared.Where(one => !_code.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => Shape(one.Key, one.Value));
        var renamed = Renamed(gone, come);
        foreach (var key in come.Keys)
        {
            var one = _code[key];
            if (renamed.TryGetValue(key, out var old))
            {
                var name = EventLineSyntax.Display(old);
                Add(EventRules.RemovedEvent, one.Place, Lines(one.Values), Lines(_declared[old]), $"event '{name}' is now '{EventLineSyntax.Display(key)}'", $"record the new name in LogEvents.Unshipped.txt, or keep the old one by EventName = \"{name}\"");
            }
            else
            {
                Add(EventRules.UndeclaredEvent, one.Place, Lines(one.Values), [], Name(key));
            }
        }

        foreach (var key in gone.Keys)
        {
            if (knowsAll && !renamed.ContainsValue(key))
                _findings.Add(Gone(key, _declared[key], type));
        }
    }

    /// <summary>An event that is in the files only.</summary>
    public static EventFinding Gone(string key, Dictionary<string, HashSet<string>> declared, Location place) =>
        new(EventRules.RemovedEvent, place, [], Lines(declared), $"{Name(key)} is gone from the code", "record that in LogEvents.Unshipped.txt, or bring it back");

    private void Fields(CodeEvent code, Dictionary<string, HashSet<string>> declared)
    {
        var changed = new HashSet<string>(code.Values.Where(one => declared.TryGetValue(one.Key, out var values) && !values.SetEquals(one.Value)).Select(one => one.Key), StringComparer.Ordinal);
        var come = Owned(code.Values, declared, changed);
        var gone = Owned(declared, code.Values, changed);
        var renamed = Renamed(
            gone.Where(one => !changed.Contains(one.Key)).ToDictionary(one => one.Key, one => Shape(one.Key, one.Value)),
            come.Where(one => !changed.Contains(one.Key)).ToDictionary(one => one.Key, one => Shape(one.Key, one.Value)));

        foreach (var key in changed)
        {
            var (before, after) = (string.Join(" or ", declared[key].OrderBy(static value => value, StringComparer.Ordinal)), string.Join(" or ", code.Values[key].OrderBy(static value => value, StringComparer.Ordinal)));
            var added = Lines(key, code.Values[key].Except(declared[key])).Concat(Lines(Of(come, key)));
            var removed = Lines(key, declared[key].Except(code.Values[key])).Concat(Lines(Of(gone, key)));
            Add(EventRules.ChangedEvent, key == code.Key ? code.Place : code.PlaceOf(key), added, removed, Name(key), before, after);
        }

        foreach (var one in come)
        {
            if (changed.Contains(one.Key))
                continue;

            if (renamed.TryGetValue(one.Key, out var old))
            {
                var name = EventLineSyntax.Display(old);
                Add(EventRules.RemovedEvent, code.PlaceOf(one.Key), Lines(one.Value), Lines(gone[old]), $"{Name(old)} is now '{EventLineSyntax.Display(one.Key)}'", $"record the new name in LogEvents.Unshipped.txt, or keep the old one by [LogName(\"{name.Substring(name.LastIndexOf('/') + 1)}\")]");
            }
            else
            {
                Add(EventRules.UndeclaredEvent, code.PlaceOf(one.Key), Lines(one.Value), [], Name(one.Key));
            }
        }

        foreach (var one in gone)
        {
            if (!changed.Contains(one.Key) && !renamed.ContainsValue(one.Key))
                Add(EventRules.RemovedEvent, code.PlaceOf(one.Key), [], Lines(one.Value), $"{Name(one.Key)} is gone from the code", "record that in LogEvents.Unshipped.txt, or bring it back");
        }
    }

    /// <summary>What one side has and the other lacks, by the outermost key that explains it: its own, or that of an object that came, went or changed.</summary>
    private static Dictionary<string, Dictionary<string, HashSet<string>>> Owned(
        IReadOnlyDictionary<string, HashSet<string>> side,
        IReadOnlyDictionary<string, HashSet<string>> other,
        HashSet<string> changed)
    {
        var owned = new Dictionary<string, Dictionary<string, HashSet<string>>>(StringComparer.Ordinal);
        foreach (var one in side)
        {
            if (other.ContainsKey(one.Key))
                continue;

            var owner = one.Key;
            var end = EventLineSyntax.EventOf(one.Key);
            for (var parent = EventLineSyntax.ParentOf(one.Key); parent != end; parent = EventLineSyntax.ParentOf(parent))
            {
                if (!other.ContainsKey(parent) || changed.Contains(parent))
                    owner = parent;
            }

            if (!owned.TryGetValue(owner, out var values))
                owned.Add(owner, values = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal));
            values.Add(one.Key, one.Value);
        }

        return owned;
    }

    /// <summary>For what came the key of what went, where in one place one thing went and one of the same shape came.</summary>
    private static Dictionary<string, string> Renamed(Dictionary<string, string> gone, Dictionary<string, string> come)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in come)
        {
            var before = gone.Where(old => IsSame(old, one)).ToList();
            if (before.Count == 1 && come.Count(other => IsSame(before[0], other)) == 1)
                renamed.Add(one.Key, before[0].Key);
        }

        return renamed;

        static bool IsSame(KeyValuePair<string, string> old, KeyValuePair<string, string> now) =>
            old.Value == now.Value && EventLineSyntax.ParentOf(old.Key) == EventLineSyntax.ParentOf(now.Key);
    }

    /// <summary>All that is said of a key and of what belongs to it, without its own name.</summary>
    private static string Shape(string key, IReadOnlyDictionary<string, HashSet<string>> values) =>
        string.Join("\n", Lines(values).Select(line => line.Substring(key.Length)));

    private static Dictionary<string, HashSet<string>> Of(Dictionary<string, Dictionary<string, HashSet<string>>> owned, string key) =>
        owned.TryGetValue(key, out var values) ? values : [];

    private static IEnumerable<string> Lines(IReadOnlyDictionary<string, HashSet<string>> values) =>
        values.SelectMany(static one => Lines(one.Key, one.Value)).OrderBy(static line => line, StringComparer.Ordinal);

    private static IEnumerable<string> Lines(string key, IEnumerable<string> values) => values.Select(value => key + " " + value);

    private static string Name(string key)
    {
        var ofEvent = EventLineSyntax.EventOf(key);
        return ofEvent == key ? $"event '{EventLineSyntax.Display(key)}'" : $"field '{EventLineSyntax.Display(key)}' of '{EventLineSyntax.Display(ofEvent)}'";
    }

    private void Add(DiagnosticDescriptor rule, Location place, IEnumerable<string> added, IEnumerable<string> removed, params string[] arguments) =>
        _findings.Add(new EventFinding(rule, place, added, removed, arguments));
}
