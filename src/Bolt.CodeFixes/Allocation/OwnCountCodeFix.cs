using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Asks a collection itself for its count or an element, which LINQ does too where it can. Only for what is known not to be null: LINQ has its own exception.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OwnCountCodeFix)), Shared]
public sealed class OwnCountCodeFix() : SyntaxCodeFix(RuleIds.LinqThatMayAllocate)
{
    private protected override string EquivalenceKey => "Bolt.OwnCount";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (LinqCall.At(node, model, cancellationToken) is not { } call
            || model.GetTypeInfo(call.Source, cancellationToken).Type is not { IsRefLikeType: false } type
            || !Expressions.IsNotNull(call.Source, model, cancellationToken)
            || call.Call.Parent is ExpressionStatementSyntax)
        {
            return null;
        }

        switch (call.Name)
        {
            case "ElementAt" when call.Arguments is [{ NameColon: null, Expression: var index }] && model.GetTypeInfo(index, cancellationToken).Type?.SpecialType == SpecialType.System_Int32 && HasIndexer(type):
                return Offer("Use the indexer", call, call.Call, model, static current =>
                    SyntaxFactory.ElementAccessExpression(Receiver(current), SyntaxFactory.BracketedArgumentList(current.ArgumentList.Arguments)), cancellationToken);
            case "Count" when call.Arguments.Count == 0 && Counter(type) is { } count:
                return Offer($"Use '{count}'", call, call.Call, model, current => Member(current, count), cancellationToken);
            case "Any" when call.Arguments.Count == 0 && Counter(type) is { } count:
                var isNegated = call.Call.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression };
                return Offer($"Use '{count}'", call, isNegated ? (ExpressionSyntax)call.Call.Parent! : call.Call, model, current => Parentheses.Around(SyntaxFactory.BinaryExpression(
                    isNegated ? SyntaxKind.EqualsExpression : SyntaxKind.GreaterThanExpression,
                    Member(current, count).WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.Token(isNegated ? SyntaxKind.EqualsEqualsToken : SyntaxKind.GreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(0)))), cancellationToken);
            default:
                return null;
        }
    }

    private static SyntaxEdit? Offer(string title, LinqCall call, ExpressionSyntax replaced, SemanticModel model, Func<InvocationExpressionSyntax, ExpressionSyntax> change, CancellationToken cancellationToken)
    {
        if (Expressions.LosesTrivia(call.Call, [call.Source, .. call.Arguments]))
            return null;

        SyntaxNode Replacement(SyntaxNode current) =>
            change((InvocationExpressionSyntax)(current is PrefixUnaryExpressionSyntax negation ? negation.Operand : current)).WithTriviaFrom(current);

        return Trial.Of(model, replaced, Replacement(replaced), cancellationToken) is { } trial && trial.IsConvertedAsBefore(replaced)
            ? new SyntaxEdit(title, editor => editor.ReplaceNode(replaced, (current, _) => Replacement(current)))
            : null;
    }

    private static ExpressionSyntax Receiver(InvocationExpressionSyntax call) => ((MemberAccessExpressionSyntax)call.Expression).Expression;

    private static MemberAccessExpressionSyntax Member(InvocationExpressionSyntax call, string name) =>
        ((MemberAccessExpressionSyntax)call.Expression).WithName(SyntaxFactory.IdentifierName(name));

    /// <summary>The property by which a type is a collection: the one that LINQ would ask, under the name that it has there.</summary>
    private static string? Counter(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String)
            return "Length";

        foreach (var @interface in type.AllInterfaces.Concat(type is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself ? [itself] : []))
        {
            if (@interface.OriginalDefinition.SpecialType is not (SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T))
                continue;

            var declared = @interface.GetMembers("Count")[0];
            if (type.TypeKind == TypeKind.Interface || type.FindImplementationForInterfaceMember(declared) is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, Name: "Count" })
                return "Count";
        }

        return null;
    }

    private static bool HasIndexer(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IList_T
        || type.AllInterfaces.Any(@interface => @interface.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IList_T
            && (type.TypeKind == TypeKind.Interface || type.FindImplementationForInterfaceMember(@interface.GetMembers("this[]")[0]) is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsIndexer: true, ExplicitInterfaceImplementations.IsEmpty: true }));
}
