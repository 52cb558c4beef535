using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Bolt.CodeFixes;

/// <summary>Removes an attribute, and its list when nothing else is in it, and keeps the comments and the indentation around it.</summary>
internal static class AttributeRemoval
{
    public static void Apply(SyntaxEditor editor, AttributeSyntax attribute)
    {
        if (attribute.Parent is AttributeListSyntax { Parent: { } declaration })
            editor.ReplaceNode(declaration, (current, _) => From(current, declaration, attribute));
    }

    /// <summary>A declaration, as other changes have left it, without the attribute that it had before them.</summary>
    public static SyntaxNode From(SyntaxNode current, SyntaxNode declaration, AttributeSyntax attribute) =>
        attribute.Parent is AttributeListSyntax list ? Remove(current, IndexesOf(declaration, list, attribute)) : current;

    private static (int List, int Attribute) IndexesOf(SyntaxNode declaration, AttributeListSyntax list, AttributeSyntax attribute) =>
        (declaration.ChildNodes().OfType<AttributeListSyntax>().ToList().IndexOf(list), list.Attributes.IndexOf(attribute));

    private static SyntaxNode Remove(SyntaxNode declaration, (int List, int Attribute) place)
    {
        var list = declaration.ChildNodes().OfType<AttributeListSyntax>().ElementAt(place.List);
        if (list.Attributes.Count > 1)
            return declaration.ReplaceNode(list, list.WithAttributes(list.Attributes.RemoveAt(place.Attribute)));

        // What follows takes the place of the list, and what was said between the two stays.
        var leading = list.GetLeadingTrivia();
        var trailing = list.GetTrailingTrivia();
        var next = list.GetLastToken().GetNextToken(includeZeroWidth: true);
        if (IsSaid(trailing))
            leading = leading.AddRange(trailing.SkipWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))).AddRange(next.LeadingTrivia);
        else if (IsSaid(next.LeadingTrivia) || (IsSaid(leading) && next.LeadingTrivia.Any(SyntaxKind.EndOfLineTrivia)))
            leading = SyntaxFactory.TriviaList(leading.Reverse().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse()).AddRange(next.LeadingTrivia);

        var marked = new SyntaxAnnotation();
        declaration = declaration.ReplaceToken(next, next.WithLeadingTrivia(leading).WithAdditionalAnnotations(marked));
        declaration = declaration.RemoveNode(declaration.ChildNodes().OfType<AttributeListSyntax>().ElementAt(place.List), SyntaxRemoveOptions.KeepNoTrivia)!;
        var kept = declaration.GetAnnotatedTokens(marked).Single();
        return declaration.ReplaceToken(kept, kept.WithoutAnnotations(marked));
    }

    private static bool IsSaid(SyntaxTriviaList trivia) =>
        trivia.Any(static one => !one.IsKind(SyntaxKind.WhitespaceTrivia) && !one.IsKind(SyntaxKind.EndOfLineTrivia));
}
