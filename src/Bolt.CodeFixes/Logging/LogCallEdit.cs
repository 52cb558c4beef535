using Microsoft.CodeAnalysis;

namespace Bolt.CodeFixes.Logging;

/// <summary>The change of one node, thought out but not yet made.</summary>
internal sealed class LogCallEdit(SyntaxNode node, Func<SyntaxNode, SyntaxNode> replace)
{
    /// <summary>The node as it stands in the document.</summary>
    public SyntaxNode Node { get; } = node;

    /// <summary>Makes what takes its place, from the node as other changes within it left it.</summary>
    public Func<SyntaxNode, SyntaxNode> Replace { get; } = replace;
}
