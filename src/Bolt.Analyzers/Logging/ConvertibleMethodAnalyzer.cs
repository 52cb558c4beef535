using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Logging;

/// <summary>Reports log methods of other generators that Bolt could write (BOLT2002).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConvertibleMethodAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ConversionRules.ConvertibleLogMethod);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.LogEventAttribute) is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (ConvertibleMethod.TryCreate(method, context.Compilation, context.CancellationToken) is { } convertible
            && method.Locations is [{ SourceTree: { } tree } location, ..]
            && !GeneratedFile.Is(tree, context.Compilation, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ConversionRules.ConvertibleLogMethod,
                location,
                method.Name,
                convertible.Attribute.AttributeClass!.Name.Replace("Attribute", "")));
        }
    }
}
