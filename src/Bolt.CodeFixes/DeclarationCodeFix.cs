using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bolt.CodeFixes;

/// <summary>
/// A fix that changes a declaration, which may stand in another document or project than its diagnostic. The light bulb and fix-all take
/// the same way: from diagnostics to declarations, each of which is changed once however many diagnostics lead to it.
/// </summary>
public abstract class DeclarationCodeFix : CodeFixProvider
{
    private readonly FixAll _fixAll;

    private protected DeclarationCodeFix(params string[] ids)
    {
        FixableDiagnosticIds = ImmutableArray.Create(ids);
        _fixAll = new FixAll(this);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>Identifies the fix across diagnostics; stable, because editors and scripts remember it.</summary>
    private protected abstract string EquivalenceKey { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await PlanAsync(solution, diagnostic, context.CancellationToken).ConfigureAwait(false) is { Edit.Title: var title })
                context.RegisterCodeFix(CodeAction.Create(title, token => ApplyAsync(solution, [diagnostic], token), EquivalenceKey), diagnostic);
        }
    }

    /// <summary>Finds the declaration to change; null when there is none.</summary>
    /// <param name="node">The innermost node that covers the diagnostic.</param>
    /// <param name="model">The meaning of the diagnostic's document.</param>
    /// <param name="diagnostic">What is to be mended.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private protected abstract SyntaxNode? Find(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>Plans the change of a declaration that was found; null when this fix does not help there.</summary>
    /// <param name="declaration">What <see cref="Find"/> found.</param>
    /// <param name="model">The meaning of the declaration's document.</param>
    /// <param name="diagnostic">What is to be mended.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private protected abstract DeclarationEdit? Plan(SyntaxNode declaration, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken);

    private async Task<Target?> PlanAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.Location.SourceTree is not { } tree || solution.GetDocument(tree) is not { } document
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var span = diagnostic.Location.SourceSpan;
        if (!root.FullSpan.Contains(span)
            || Find(root.FindNode(span, getInnermostNodeForTie: true), model, diagnostic, cancellationToken) is not { } declaration
            || solution.GetDocument(declaration.SyntaxTree) is not { } changed
            || (changed.Id == document.Id ? model : await changed.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false)) is not { } ofDeclaration)
        {
            return null;
        }

        return Plan(declaration, ofDeclaration, diagnostic, cancellationToken) is { } edit ? new Target(changed.Id, declaration, edit) : null;
    }

    private async Task<Solution> ApplyAsync(Solution solution, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        // Several diagnostics may lead to one declaration, and the diagnostics of one document to several others.
        var byDocument = new Dictionary<DocumentId, Dictionary<SyntaxNode, List<DeclarationEdit>>>();
        foreach (var diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await PlanAsync(solution, diagnostic, cancellationToken).ConfigureAwait(false) is not { } target)
                continue;

            if (!byDocument.TryGetValue(target.Document, out var declarations))
                byDocument.Add(target.Document, declarations = []);
            if (!declarations.TryGetValue(target.Declaration, out var edits))
                declarations.Add(target.Declaration, edits = []);
            if (!edits.Exists(edit => edit.Title == target.Edit.Title))
                edits.Add(target.Edit);
        }

        var changed = solution;
        foreach (var pair in byDocument)
        {
            var root = (await solution.GetDocument(pair.Key)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            changed = changed.WithDocumentSyntaxRoot(
                pair.Key,
                root.ReplaceNodes(pair.Value.Keys, (original, current) => pair.Value[original].Aggregate(current, static (node, edit) => edit.Change(node))));
        }

        return changed;
    }

    private sealed record Target(DocumentId Document, SyntaxNode Declaration, DeclarationEdit Edit);

    /// <summary>Changes everything at once: what one document's diagnostics point at may be declared in others.</summary>
    private sealed class FixAll(DeclarationCodeFix fix) : FixAllProvider
    {
        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
            if (context.Scope == FixAllScope.Document && context.Document is not null)
            {
                diagnostics.AddRange(await context.GetDocumentDiagnosticsAsync(context.Document).ConfigureAwait(false));
            }
            else
            {
                IEnumerable<Project> projects = context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects;
                foreach (var project in projects)
                    diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
            }

            var (solution, found) = (context.Solution, diagnostics.ToImmutable());
            return CodeAction.Create("Fix all", token => fix.ApplyAsync(solution, found, token), fix.EquivalenceKey);
        }
    }
}
