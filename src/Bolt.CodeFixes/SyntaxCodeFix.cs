using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Bolt.CodeFixes;

/// <summary>
/// A fix that changes the document its diagnostic is in. The light bulb and fix-all take the same way: a plan per diagnostic, all plans
/// applied to one editor, so two diagnostics of one declaration or expression never conflict.
/// </summary>
public abstract class SyntaxCodeFix : CodeFixProvider
{
    private readonly FixAllProvider _fixAll;

    private protected SyntaxCodeFix(params string[] ids)
    {
        FixableDiagnosticIds = ImmutableArray.Create(ids);
        _fixAll = FixAllProvider.Create(async (context, document, diagnostics) =>
            await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>Identifies the fix across diagnostics; stable, because editors and scripts remember it.</summary>
    private protected abstract string EquivalenceKey { get; }

    /// <summary>
    /// Whether a fix-all begins with the last diagnostic of a document, and with the innermost of those that begin together: then
    /// positions inside a literal or a list stay valid while what follows them changes. A fix that invents names begins with the first.
    /// </summary>
    private protected virtual bool BeginsWithTheLast => true;

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
            if (TryPlan(root, model, diagnostic, context.CancellationToken) is { } edit)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(edit.Title, token => ApplyAsync(document, ImmutableArray.Create(diagnostic), token), EquivalenceKey),
                    diagnostic);
            }
        }
    }

    /// <summary>Plans the change for one diagnostic; null when this fix does not help here.</summary>
    /// <param name="node">The innermost node that covers the diagnostic.</param>
    /// <param name="model">The meaning of the document.</param>
    /// <param name="diagnostic">What is to be mended.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private protected abstract SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken);

    private SyntaxEdit? TryPlan(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var span = diagnostic.Location.SourceSpan;
        return root.FullSpan.Contains(span) ? Plan(root.FindNode(span, getInnermostNodeForTie: true), model, diagnostic, cancellationToken) : null;
    }

    private async Task<Document> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return document;

        var ordered = diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenByDescending(diagnostic => diagnostic.Location.SourceSpan.Length);
        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        var done = new HashSet<SyntaxNode>();
        foreach (var diagnostic in BeginsWithTheLast ? ordered.Reverse() : ordered)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryPlan(root, model, diagnostic, cancellationToken) is { } edit && (edit.Once is null || done.Add(edit.Once)))
                edit.Apply(editor);
        }

        return document.WithSyntaxRoot(editor.GetChangedRoot());
    }
}
