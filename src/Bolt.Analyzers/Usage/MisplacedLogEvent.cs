using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Usage;

/// <summary>
/// Finds [LogEvent] on what the language calls a method but does not let be partial: local functions, lambdas, accessors, operators,
/// finalizers. The generator never sees them.
/// </summary>
internal static class MisplacedLogEvent
{
    public static void Analyze(SyntaxNodeAnalysisContext context, INamedTypeSymbol attributeType)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.Parent?.Parent is null or MethodDeclarationSyntax || !MayBeLogEvent(attribute.Name))
            return;

        if (Describe(attribute.Parent.Parent) is not { } place
            || context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol is not IMethodSymbol constructor
            || !SymbolEqualityComparer.Default.Equals(constructor.ContainingType, attributeType)
            || GeneratedFile.Is(attribute.SyntaxTree, context.Compilation, context.CancellationToken))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            UsageRules.For(UsageProblemKind.UnsupportedContainer),
            attribute.GetLocation(),
            place.Name,
            place.Kind + " cannot be partial; declare an ordinary method"));
    }

    /// <summary>By the text alone, before anything is bound. An alias of the attribute escapes it, and then nothing is generated.</summary>
    private static bool MayBeLogEvent(NameSyntax name)
    {
        var simple = name switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax aliased => aliased.Name,
            _ => name as SimpleNameSyntax,
        };
        return simple?.Identifier.ValueText is "LogEvent" or "LogEventAttribute";
    }

    private static (string Name, string Kind)? Describe(SyntaxNode declaration) =>
        declaration switch
        {
            LocalFunctionStatementSyntax function => (function.Identifier.ValueText, "a local function"),
            AnonymousFunctionExpressionSyntax => ("=>", "a lambda"),
            AccessorDeclarationSyntax accessor => (accessor.Keyword.ValueText, "an accessor"),
            OperatorDeclarationSyntax => ("operator", "an operator"),
            ConversionOperatorDeclarationSyntax => ("operator", "an operator"),
            DestructorDeclarationSyntax => ("~", "a finalizer"),
            _ => null,
        };
}
