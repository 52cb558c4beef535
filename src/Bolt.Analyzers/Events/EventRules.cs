using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Events;

/// <summary>The rules BOLT2010 to BOLT2013: what the code logs, and what the files of events say that it does.</summary>
internal static class EventRules
{
    private const string Why = "Dashboards, alerts and queries find events and fields by their names and types, and nobody knows all of them. The files of events make a change visible in review.";

    public static readonly DiagnosticDescriptor UndeclaredEvent = Rule(
        RuleIds.UndeclaredEvent,
        "An event or field is not in the files of events",
        "{0} is in neither LogEvents file; add it to LogEvents.Unshipped.txt");

    public static readonly DiagnosticDescriptor RemovedEvent = Rule(
        RuleIds.RemovedEvent,
        "An event or field was removed or renamed",
        "{0}; what reads it breaks: {1}");

    public static readonly DiagnosticDescriptor ChangedEvent = Rule(
        RuleIds.ChangedEvent,
        "An event or field was changed",
        "{0} was '{1}' and is now '{2}'; what reads it breaks: record the change in LogEvents.Unshipped.txt, or take it back");

    public static readonly DiagnosticDescriptor MalformedEventFile = Rule(
        RuleIds.MalformedEventFile,
        "A file of events is malformed",
        "this line {0}");

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(id, title, message, RuleCategories.Logging, DiagnosticSeverity.Warning, isEnabledByDefault: true, Why, HelpLinks.For(id));
}
