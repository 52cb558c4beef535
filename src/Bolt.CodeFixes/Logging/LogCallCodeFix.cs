using Bolt.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.CodeFixes.Logging;

/// <summary>A fix that rewrites a log call where it stands. Several diagnostics of one call are one change.</summary>
public abstract class LogCallCodeFix : SyntaxCodeFix
{
    private protected LogCallCodeFix(string id)
        : base(id)
    {
    }

    /// <summary>What the light bulb says.</summary>
    private protected abstract string Title { get; }

    private protected sealed override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        for (var outer = node; outer is not null and not MemberDeclarationSyntax; outer = outer.Parent)
        {
            if (outer is InvocationExpressionSyntax && model.GetOperation(outer, cancellationToken) is IInvocationOperation invocation && LogCall.TryCreate(invocation) is { } call)
                return Plan(call, model, cancellationToken);
        }

        return null;
    }

    /// <summary>Plans the change of one call; null where the fix does not help.</summary>
    private protected abstract SyntaxEdit? Plan(LogCall call, SemanticModel model, CancellationToken cancellationToken);

    /// <summary>The change of one node, made from the node as other changes within it left it.</summary>
    private protected SyntaxEdit Replace(SyntaxNode node, Func<SyntaxNode, SyntaxNode> replace) =>
        new(Title, editor => editor.ReplaceNode(node, (current, _) => replace(current))) { Once = node };

    /// <summary>Whether the expression gives the same each time it is evaluated, and costs nothing.</summary>
    private protected static bool IsSteady(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        AliasQualifiedNameSyntax or PredefinedTypeSyntax => true,
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression, Name: IdentifierNameSyntax } access => access.Expression is BaseExpressionSyntax || IsSteady(access.Expression),
        ParenthesizedExpressionSyntax parenthesized => IsSteady(parenthesized.Expression),
        _ => false,
    };

    /// <summary>Whether the call names the types of its values, which would not be those of new ones.</summary>
    private protected static bool HasTypeArguments(InvocationExpressionSyntax call) =>
        call.Expression is GenericNameSyntax or MemberAccessExpressionSyntax { Name: GenericNameSyntax } or MemberBindingExpressionSyntax { Name: GenericNameSyntax };
}
