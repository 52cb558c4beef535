using System.Collections.Immutable;
using System.Globalization;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Logging;

/// <summary>
/// Reports an event id or event name that two log methods of one type have (BOLT2006). Overloads are one event in several shapes, and
/// what another type calls its events is its own affair, as it is with categories.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateEventAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(QualityRules.DuplicateEvent);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.LogEventAttribute) is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
            return;

        List<Event>? events = null;
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && WellKnown.Find(method, "LogEventAttribute") is { } attribute)
                (events ??= []).Add(new Event(method, attribute));
        }

        for (var i = 0; i < events?.Count; i++)
        {
            var own = events[i];
            if (own.Id != 0 && events.FindIndex(other => other.Id == own.Id) is var sameId && sameId < i && events[sameId].Method.Name != own.Method.Name)
                Report(context, own, "EventId", "id " + own.Id.ToString(CultureInfo.InvariantCulture), events[sameId]);

            if (own.HasOwnName && SameName(events, i) is { } sameName)
                Report(context, own, "EventName", "name '" + own.Name + "'", sameName);
        }
    }

    /// <summary>The first other event of the name: of two that were both named, the second is the mistake.</summary>
    private static Event? SameName(List<Event> events, int index)
    {
        var own = events[index];
        for (var i = 0; i < events.Count; i++)
        {
            var other = events[i];
            if (i != index && other.Name == own.Name && other.Method.Name != own.Method.Name && (i < index || !other.HasOwnName))
                return other;
        }

        return null;
    }

    private static void Report(SymbolAnalysisContext context, Event own, string argument, string what, Event other)
    {
        if (own.Attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax { ArgumentList.Arguments: var arguments } syntax
            || GeneratedFile.Is(syntax.SyntaxTree, context.Compilation, context.CancellationToken))
        {
            return;
        }

        foreach (var candidate in arguments)
        {
            if (candidate.NameEquals?.Name.Identifier.ValueText == argument)
                context.ReportDiagnostic(Diagnostic.Create(QualityRules.DuplicateEvent, candidate.GetLocation(), other.Method.Locations, own.Method.Name, what, other.Method.Name));
        }
    }

    private sealed class Event
    {
        public Event(IMethodSymbol method, AttributeData attribute)
        {
            Method = method;
            Attribute = attribute;
            Name = method.Name;
            foreach (var argument in attribute.NamedArguments)
            {
                switch (argument)
                {
                    case { Key: "EventId", Value.Value: int id }:
                        Id = id;
                        break;
                    case { Key: "EventName", Value.Value: string name }:
                        Name = name;
                        HasOwnName = true;
                        break;
                }
            }
        }

        public IMethodSymbol Method { get; }

        public AttributeData Attribute { get; }

        public int Id { get; }

        public string Name { get; }

        /// <summary>Whether the attribute names the event; else its method does.</summary>
        public bool HasOwnName { get; }
    }
}
