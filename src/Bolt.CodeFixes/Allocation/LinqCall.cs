using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>A call <c>source.Operator(…)</c> of LINQ to objects.</summary>
internal sealed class LinqCall(InvocationExpressionSyntax call, ExpressionSyntax source, IMethodSymbol method)
{
    public InvocationExpressionSyntax Call { get; } = call;

    public ExpressionSyntax Source { get; } = source;

    public string Name => method.Name;

    public SeparatedSyntaxList<ArgumentSyntax> Arguments => Call.ArgumentList.Arguments;

    /// <summary>The call at a node; null if it is another, or is written as one of a static method.</summary>
    public static LinqCall? At([NotNullWhen(true)] SyntaxNode? node, SemanticModel model, CancellationToken cancellationToken) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression, Expression: var source } } call
        && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ReducedFrom: not null, ContainingType: { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } } method
            ? new LinqCall(call, source, method)
            : null;

    /// <summary>The source of a call that reads arrays and lists in place.</summary>
    public static ExpressionSyntax? SourceThatIsReadInPlace(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        At(node, model, cancellationToken) is { } call && call.Name switch
        {
            "LongCount" or "MaxBy" or "MinBy" => false,
            "Sum" or "Average" or "Max" or "Min" => call.Arguments.Count == 0 && model.GetTypeInfo(node, cancellationToken).Type?.OriginalDefinition.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double,
            _ => true,
        }
            ? call.Source
            : null;
}
