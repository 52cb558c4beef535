using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Logging;

/// <summary>The rules BOLT2001 and BOLT2002: log calls and log methods of others that Bolt's could replace.</summary>
internal static class ConversionRules
{
    public static readonly DiagnosticDescriptor ConvertibleLogCall = new(
        RuleIds.ConvertibleLogCall,
        title: "A log call can become a log method",
        messageFormat: "'{0}' parses its template and boxes its arguments at each call; let Bolt write a log method for it",
        RuleCategories.Logging,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A [LogEvent] method takes its arguments by their types and knows its template at compile time, so the call allocates nothing.",
        helpLinkUri: HelpLinks.For(RuleIds.ConvertibleLogCall));

    public static readonly DiagnosticDescriptor ConvertibleLogMethod = new(
        RuleIds.ConvertibleLogMethod,
        title: "A log method of another generator can become Bolt's",
        messageFormat: "'{0}' is written by the generator of [{1}]; with [LogEvent] Bolt writes it",
        RuleCategories.Logging,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A [LogEvent] method is declared in the same way and encodes its arguments straight into the record.",
        helpLinkUri: HelpLinks.For(RuleIds.ConvertibleLogMethod));

    public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(ConvertibleLogCall, ConvertibleLogMethod);
}
