using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Bolt.CodeFixes.Usage;

/// <summary>Removes an attribute, and its list when nothing else is in it, and keeps the comments and the indentation before it.</summary>
internal static class AttributeRemoval
{
    public static void Apply(SyntaxEditor editor, AttributeSyntax attribute)
    {
        if (attribute.Parent is AttributeListSyntax { Parent: { } declaration } list)
            editor.ReplaceNode(declaration, (current, _) => Remove(current, IndexesOf(declaration, list, attribute)));
    }

    private static (int List, int Attribute) IndexesOf(SyntaxNode declaration, AttributeListSyntax list, AttributeSyntax attribute) =>
        (declaration.ChildNodes().OfType<AttributeListSyntax>().ToList().IndexOf(list), list.Attributes.IndexOf(attribute));

    private static SyntaxNode Remove(SyntaxNode declaration, (int List, int Attribute) place)
    {
        var list = declaration.ChildNodes().OfType<AttributeListSyntax>().ElementAt(place.List);
        if (list.Attributes.Count > 1)
            return declaration.ReplaceNode(list, list.WithAttributes(list.Attributes.RemoveAt(place.Attribute)));

        var leading = declaration.GetLeadingTrivia();
        return declaration.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!.WithLeadingTrivia(leading);
    }
}
