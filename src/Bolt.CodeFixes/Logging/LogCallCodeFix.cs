using System.Collections.Immutable;
using Bolt.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.CodeFixes.Logging;

/// <summary>
/// A fix that rewrites a log call where it stands. The light bulb and fix-all take the same way: one replacement per node, all of a
/// document made at once, so that several diagnostics of one call are one change.
/// </summary>
public abstract class LogCallCodeFix : CodeFixProvider
{
    private readonly FixAllProvider _fixAll;

    private protected LogCallCodeFix(string id)
    {
        FixableDiagnosticIds = ImmutableArray.Create(id);
        _fixAll = FixAllProvider.Create(async (context, document, diagnostics) =>
            await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>Identifies the fix across diagnostics; stable, because editors and scripts remember it.</summary>
    private protected abstract string EquivalenceKey { get; }

    /// <summary>What the light bulb says.</summary>
    private protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (Plan(root, model, diagnostic, context.CancellationToken) is not null)
                context.RegisterCodeFix(CodeAction.Create(Title, token => ApplyAsync(document, ImmutableArray.Create(diagnostic), token), EquivalenceKey), diagnostic);
        }
    }

    /// <summary>Plans the change of one call; null where the fix does not help.</summary>
    /// <param name="call">The call that the diagnostic is about.</param>
    /// <param name="place">What the diagnostic points at.</param>
    /// <param name="model">The meaning of the document.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private protected abstract LogCallEdit? Plan(LogCall call, SyntaxNode place, SemanticModel model, CancellationToken cancellationToken);

    private LogCallEdit? Plan(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var span = diagnostic.Location.SourceSpan;
        if (!root.FullSpan.Contains(span))
            return null;

        var place = root.FindNode(span, getInnermostNodeForTie: true);
        for (var node = place; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node is InvocationExpressionSyntax && model.GetOperation(node, cancellationToken) is IInvocationOperation invocation && LogCall.TryCreate(invocation) is { } call)
                return Plan(call, place, model, cancellationToken);
        }

        return null;
    }

    private async Task<Document> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return document;

        var edits = new Dictionary<SyntaxNode, LogCallEdit>();
        foreach (var diagnostic in diagnostics)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Plan(root, model, diagnostic, cancellationToken) is { } edit && !edits.ContainsKey(edit.Node))
                edits.Add(edit.Node, edit);
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(edits.Keys, (original, current) => edits[original].Replace(current)));
    }
}
