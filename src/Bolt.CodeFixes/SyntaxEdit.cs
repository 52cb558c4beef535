using Microsoft.CodeAnalysis.Editing;

namespace Bolt.CodeFixes;

/// <summary>One change, thought out but not yet made.</summary>
internal sealed class SyntaxEdit(string title, Action<SyntaxEditor> apply)
{
    /// <summary>What the light bulb says.</summary>
    public string Title { get; } = title;

    /// <summary>Makes the change. Several edits may be applied to one editor, so a change starts from the current node, not from the original.</summary>
    public Action<SyntaxEditor> Apply { get; } = apply;
}
