using System.Collections.Immutable;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Usage;

/// <summary>Reports what is wrong with a [LogEvent] declaration. The generator stays silent and parses with the same code.</summary>
/// <remarks>
/// It looks at declarations, not at symbols: the compiler offers a partial method as the symbol of its implementation, which is in
/// a generated file.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogEventUsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => UsageRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.LogEventAttribute) is not { } attributeType)
                return;

            start.RegisterSyntaxNodeAction(node => AnalyzeMethod(node, attributeType), SyntaxKind.MethodDeclaration);
            start.RegisterSyntaxNodeAction(node => MisplacedLogEvent.Analyze(node, attributeType), SyntaxKind.Attribute);
        });
    }

    private static void AnalyzeMethod(SyntaxNodeAnalysisContext context, INamedTypeSymbol attributeType)
    {
        var declaration = (MethodDeclarationSyntax)context.Node;
        if (declaration.AttributeLists.Count == 0
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } method
            || FindAttribute(method, declaration, attributeType) is not { } attribute
            || GeneratedFile.Is(declaration.SyntaxTree, context.Compilation, context.CancellationToken))
        {
            return;
        }

        var problems = new List<UsageProblem>();
        LogMethodParser.Parse(method, attribute, context.Compilation, problems, context.CancellationToken);
        for (var i = 0; i < problems.Count; i++)
        {
            if (!IsRepeated(problems, i))
                Report(context, problems[i]);
        }
    }

    /// <summary>
    /// The attribute, if it stands on this declaration: two declarations of a partial method share their attributes. One whose
    /// arguments do not compile says nothing yet, and the compiler speaks about it.
    /// </summary>
    private static AttributeData? FindAttribute(IMethodSymbol method, MethodDeclarationSyntax declaration, INamedTypeSymbol attributeType)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeType)
                && attribute.AttributeConstructor is not null
                && attribute.ApplicationSyntaxReference is { } place
                && place.SyntaxTree == declaration.SyntaxTree
                && declaration.Span.Contains(place.Span))
            {
                return attribute;
            }
        }

        return null;
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

    private static void Report(SyntaxNodeAnalysisContext context, in UsageProblem problem) =>
        context.ReportDiagnostic(Diagnostic.Create(UsageRules.For(problem.Kind), problem.Location, UsageProperties.Of(problem), [.. problem.Args]));
}
