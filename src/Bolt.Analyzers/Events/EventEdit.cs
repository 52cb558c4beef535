using Bolt.Gate.Events.Files;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Events;

/// <summary>How the fixes change <c>LogEvents.Unshipped.txt</c>: the diagnostics carry the lines.</summary>
public static class EventEdit
{
    /// <summary>The name of the file of what was shipped.</summary>
    public const string ShippedName = EventFile.ShippedName;

    /// <summary>The name of the file that the fixes change.</summary>
    public const string UnshippedName = EventFile.UnshippedName;

    internal const string AddedProperty = "Added";
    internal const string RemovedProperty = "Removed";

    /// <summary>The text of the file when the diagnostics are settled.</summary>
    /// <param name="shipped">The text of the other file.</param>
    /// <param name="unshipped">The text of the file before.</param>
    /// <param name="diagnostics">BOLT2010, BOLT2011 and BOLT2012.</param>
    public static string Apply(string shipped, string unshipped, IEnumerable<Diagnostic> diagnostics)
    {
        var (added, removed) = (new List<string>(), new List<string>());
        foreach (var diagnostic in diagnostics)
        {
            added.AddRange(Lines(diagnostic, AddedProperty));
            removed.AddRange(Lines(diagnostic, RemovedProperty));
        }

        return EventFileUpdate.Apply(shipped, unshipped, added, removed);
    }

    private static string[] Lines(Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out var lines) && lines is { Length: > 0 } ? lines.Split('\n') : [];
}
