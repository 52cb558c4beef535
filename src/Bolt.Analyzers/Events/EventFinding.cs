using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Events;

/// <summary>One difference between the code and the files of events, with the lines that settle it.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Place">Where to report it.</param>
/// <param name="Added">The lines that the code has and the files lack.</param>
/// <param name="Removed">The lines that the files have and the code lacks.</param>
/// <param name="Arguments">What the message says of it.</param>
internal sealed record EventFinding(DiagnosticDescriptor Rule, Location Place, IEnumerable<string> Added, IEnumerable<string> Removed, params string[] Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Rule,
        Place,
        ImmutableDictionary<string, string?>.Empty
            .Add(EventEdit.AddedProperty, string.Join("\n", Added))
            .Add(EventEdit.RemovedProperty, string.Join("\n", Removed)),
        Arguments);
}
