using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Changes that several diagnostics ask for: the first that is applied makes it.</summary>
internal static class SharedEdits
{
    /// <summary>Replaces a node, unless a fix of the same kind already has.</summary>
    public static void ReplaceOnce(this SyntaxEditor editor, SyntaxNode node, string kind, Func<SyntaxNode, SyntaxNode> change) => editor.ReplaceNode(
        node,
        (current, _) => current.HasAnnotations(kind) ? current : current.CopyAnnotationsTo(change(current))!.WithAdditionalAnnotations(new SyntaxAnnotation(kind)));
}
