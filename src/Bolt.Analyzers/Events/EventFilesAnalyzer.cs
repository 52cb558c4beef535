using System.Collections.Immutable;
using Bolt.Gate.Events.Files;
using Bolt.Generators.Catalogue;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Events;

/// <summary>
/// Compares the log methods with <c>LogEvents.Shipped.txt</c> and <c>LogEvents.Unshipped.txt</c> (BOLT2010 to BOLT2013). A project that
/// has neither is left alone.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventFilesAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(EventRules.UndeclaredEvent, EventRules.RemovedEvent, EventRules.ChangedEvent, EventRules.MalformedEventFile);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.LogEventAttribute) is null
                || EventFiles.Find(start.Options, start.CancellationToken) is not { } files)
            {
                return;
            }

            // What a broken file says of the code is not to be taken at its word.
            if (files.HasProblems)
            {
                start.RegisterAdditionalFileAction(context => ReportProblems(context, files));
                return;
            }

            var declared = ByType(files.Declared);
            start.RegisterSymbolAction(context => Compare(context, declared), SymbolKind.NamedType);
            start.RegisterAdditionalFileAction(context => ReportTypesThatAreGone(context, files, declared));
        });
    }

    /// <summary>What the files say: by types, by events, by keys.</summary>
    private static Dictionary<string, Dictionary<string, Dictionary<string, HashSet<string>>>> ByType(DeclaredEvents declared)
    {
        var types = new Dictionary<string, Dictionary<string, Dictionary<string, HashSet<string>>>>(StringComparer.Ordinal);
        foreach (var one in declared.Values)
        {
            var type = EventLineSyntax.TypeOf(one.Key);
            if (!types.TryGetValue(type, out var events))
                types.Add(type, events = new(StringComparer.Ordinal));
            var ofEvent = EventLineSyntax.EventOf(one.Key);
            if (!events.TryGetValue(ofEvent, out var values))
                events.Add(ofEvent, values = new(StringComparer.Ordinal));
            values.Add(one.Key, one.Value);
        }

        return types;
    }

    private static void Compare(SymbolAnalysisContext context, Dictionary<string, Dictionary<string, Dictionary<string, HashSet<string>>>> declared)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
            return;

        var code = CodeEvent.Read(type, context.Compilation, out var hasMistakes, context.CancellationToken);
        var isDeclared = declared.TryGetValue(CataloguePath.Segment(Names.Metadata(type)), out var events);
        if (code.Count == 0 && !isDeclared)
            return;

        foreach (var finding in EventComparison.Of(code, events ?? [], Place(type, context), !hasMistakes))
        {
            if (finding.Place.SourceTree is { } tree && !GeneratedFile.Is(tree, context.Compilation, context.CancellationToken))
                context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }

    /// <summary>The first part of a type that a user wrote.</summary>
    private static Location Place(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        foreach (var location in type.Locations)
        {
            if (location.SourceTree is { } tree && !GeneratedFile.Is(tree, context.Compilation, context.CancellationToken))
                return location;
        }

        return type.Locations[0];
    }

    private static void ReportProblems(AdditionalFileAnalysisContext context, EventFiles files)
    {
        foreach (var problem in files.Problems(context.AdditionalFile))
            context.ReportDiagnostic(Diagnostic.Create(EventRules.MalformedEventFile, files.Place(context.AdditionalFile, problem.Number), problem.Text));
    }

    /// <summary>What no type of the code is left to be reported at stands at its line.</summary>
    private static void ReportTypesThatAreGone(
        AdditionalFileAnalysisContext context,
        EventFiles files,
        Dictionary<string, Dictionary<string, Dictionary<string, HashSet<string>>>> declared)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in files.Entries(context.AdditionalFile))
        {
            var type = EventLineSyntax.TypeOf(entry.Line.Key);
            if (EventLineSyntax.IsEvent(entry.Line) && seen.Add(entry.Line.Key) && context.Compilation.Assembly.GetTypeByMetadataName(type) is null)
                context.ReportDiagnostic(EventComparison.Gone(entry.Line.Key, declared[type][entry.Line.Key], files.Place(context.AdditionalFile, entry.Number)).ToDiagnostic());
        }
    }
}
