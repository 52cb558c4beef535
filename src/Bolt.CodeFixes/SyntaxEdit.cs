using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Bolt.CodeFixes;

/// <summary>One change, thought out but not yet made.</summary>
internal sealed class SyntaxEdit(string title, Action<SyntaxEditor> apply)
{
    /// <summary>What the light bulb says.</summary>
    public string Title { get; } = title;

    /// <summary>Makes the change. Several edits may be applied to one editor, so a change starts from the current node, not from the original.</summary>
    public Action<SyntaxEditor> Apply { get; } = apply;

    /// <summary>The node that the change is made to once, however many diagnostics ask for it; null if each of them asks for its own.</summary>
    public SyntaxNode? Once { get; init; }
}
