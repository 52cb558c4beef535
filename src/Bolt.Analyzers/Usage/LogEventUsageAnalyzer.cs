using System.Collections.Immutable;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Usage;

/// <summary>Reports what is wrong with a [LogEvent] declaration. The generator stays silent and parses with the same code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogEventUsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => UsageRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.LogEventAttribute) is not { } attributeType)
                return;

            start.RegisterSymbolAction(symbol => Analyze(symbol, attributeType), SymbolKind.Method);
            start.RegisterSyntaxNodeAction(node => MisplacedLogEvent.Analyze(node, attributeType), SyntaxKind.Attribute);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol attributeType)
    {
        // The two declarations of a partial method share their attributes; the defining one speaks for both.
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null)
            return;

        foreach (var attribute in method.GetAttributes())
        {
            if (!SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeType))
                continue;

            var problems = new List<UsageProblem>();
            LogMethodParser.Parse(method, attribute, context.Compilation, problems, context.CancellationToken);
            for (var i = 0; i < problems.Count; i++)
            {
                if (!IsRepeated(problems, i))
                    Report(context, problems[i]);
            }

            return;
        }
    }

    /// <summary>The third field of one key collides with two others, but that is one mistake.</summary>
    private static bool IsRepeated(List<UsageProblem> problems, int index)
    {
        var problem = problems[index];
        for (var i = 0; i < index; i++)
        {
            var other = problems[i];
            if (other.Kind == problem.Kind && other.Location.Equals(problem.Location) && other.Args.FirstOrDefault() == problem.Args.FirstOrDefault())
                return true;
        }

        return false;
    }

    private static void Report(SymbolAnalysisContext context, in UsageProblem problem) =>
        context.ReportDiagnostic(Diagnostic.Create(UsageRules.For(problem.Kind), problem.Location, UsageProperties.Of(problem), [.. problem.Args]));
}
