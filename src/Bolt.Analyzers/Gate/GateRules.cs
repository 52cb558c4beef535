using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Gate;

/// <summary>The descriptors of BOLT9xxx. All but BOLT9003 are reported by tasks, which run after the compiler, under the same ids.</summary>
internal static class GateRules
{
    public static readonly DiagnosticDescriptor AllocationInCode = Rule(
        RuleIds.AllocationInCode,
        "Compiled [ZeroAlloc] code allocates",
        "'{0}' {1}",
        "The instructions of a [ZeroAlloc] member are read back from the compiled assembly; neither a pragma nor a severity hides what they allocate.");

    public static readonly DiagnosticDescriptor SymbolsMissing = Rule(
        RuleIds.SymbolsMissing,
        "The gate cannot read the debug information",
        "'{0}' {1}",
        "The portable debug information says which line an instruction comes from.");

    public static readonly DiagnosticDescriptor RuleBelowError = Rule(
        RuleIds.RuleBelowError,
        "A rule is weaker than the gate needs",
        "{0} is '{1}' {2}; remove that setting, or excuse single members by [AllowAllocation]",
        "With the gate on, every allocation rule is an error; a setting that silently weakens one opens it.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor BaselineInvalid = Rule(
        RuleIds.BaselineInvalid,
        "The baseline is malformed or stale",
        "'{0}' {1}; run 'dotnet build -t:BoltBaseline'",
        "A baseline that allows more than there is hides the next allocation.");

    public static readonly DiagnosticDescriptor EventsNotWritten = Rule(
        RuleIds.EventsNotWritten,
        "The catalogue of events cannot be written",
        "{0}",
        "With BoltEventCatalog the build writes what every event holds; a build that cannot must not pass for one that did.");

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [AllocationInCode, SymbolsMissing, RuleBelowError, BaselineInvalid, EventsNotWritten];

    private static DiagnosticDescriptor Rule(string id, string title, string message, string description, params string[] tags) =>
        new(id, title, message, RuleCategories.Gate, DiagnosticSeverity.Error, true, description, HelpLinks.For(id), [WellKnownDiagnosticTags.NotConfigurable, .. tags]);
}
