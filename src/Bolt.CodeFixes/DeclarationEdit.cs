using Microsoft.CodeAnalysis;

namespace Bolt.CodeFixes;

/// <summary>One change of a declaration, thought out but not yet made.</summary>
internal sealed class DeclarationEdit(string title, Func<SyntaxNode, SyntaxNode> change)
{
    /// <summary>What the light bulb says. Two edits of one declaration that have the same title are the same.</summary>
    public string Title { get; } = title;

    /// <summary>Makes the change. Several edits may be made to one declaration, so a change starts from the current node, not from the original.</summary>
    public Func<SyntaxNode, SyntaxNode> Change { get; } = change;
}
