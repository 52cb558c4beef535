using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Makes an anonymous object a value tuple, where it stays in its method and only its members are read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ValueTupleCodeFix)), Shared]
public sealed class ValueTupleCodeFix() : SyntaxCodeFix(RuleIds.AnonymousObject)
{
    private protected override string EquivalenceKey => "Bolt.ValueTuple";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not AnonymousObjectCreationExpressionSyntax { Initializers.Count: > 1 } creation
            || LocalUses.InitializedBy(creation, model, cancellationToken) is not { } local
            || !local.Uses.TrueForAll(use => IsRead(use, model, cancellationToken))
            || creation.OpenBraceToken.TrailingTrivia.Concat(creation.NewKeyword.TrailingTrivia).Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            || Trial.Of(model, [creation], (_, current) => Change((AnonymousObjectCreationExpressionSyntax)current), cancellationToken) is null)
        {
            return null;
        }

        return new SyntaxEdit("Use a value tuple", editor => editor.ReplaceNode(creation, (current, _) => Change((AnonymousObjectCreationExpressionSyntax)current)));
    }

    private static bool IsRead(IdentifierNameSyntax use, SemanticModel model, CancellationToken cancellationToken) =>
        use.Parent is MemberAccessExpressionSyntax access && access.Expression == use
        && model.GetSymbolInfo(access, cancellationToken).Symbol is IPropertySymbol
        && !use.Ancestors().Any(function => function is AnonymousFunctionExpressionSyntax && model.GetTypeInfo(function, cancellationToken).ConvertedType is { Name: "Expression" });

    private static TupleExpressionSyntax Change(AnonymousObjectCreationExpressionSyntax creation)
    {
        var elements = creation.Initializers.Select(static initializer =>
        {
            var element = SyntaxFactory.Argument(initializer.Expression.WithTrailingTrivia(initializer.GetTrailingTrivia()));
            return initializer.NameEquals is { } name
                ? element.WithNameColon(SyntaxFactory.NameColon(name.Name.WithoutTrivia(), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space))).WithLeadingTrivia(name.GetLeadingTrivia())
                : element;
        }).ToList();

        // A tuple has no comma after its last element, and no space inside its parentheses.
        var separators = creation.Initializers.GetSeparators().ToList();
        if (separators.Count == elements.Count)
        {
            elements[elements.Count - 1] = elements[elements.Count - 1].WithTrailingTrivia(elements[elements.Count - 1].GetTrailingTrivia().AddRange(separators[elements.Count - 1].TrailingTrivia));
            separators.RemoveAt(elements.Count - 1);
        }

        var isOneLine = !creation.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        if (isOneLine)
            elements[elements.Count - 1] = elements[elements.Count - 1].WithTrailingTrivia();
        return SyntaxFactory.TupleExpression(
            SyntaxFactory.Token(SyntaxKind.OpenParenToken).WithTrailingTrivia(isOneLine ? default : creation.OpenBraceToken.TrailingTrivia),
            SyntaxFactory.SeparatedList(elements, separators),
            SyntaxFactory.Token(SyntaxKind.CloseParenToken).WithLeadingTrivia(isOneLine ? default : creation.CloseBraceToken.LeadingTrivia))
            .WithTriviaFrom(creation);
    }
}
