using System.Collections.Immutable;
using System.Composition;
using Bolt.Analyzers;
using Bolt.Analyzers.Events;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.CodeFixes.Events;

/// <summary>
/// Records in <c>LogEvents.Unshipped.txt</c> what the code logs now. The light bulb and fix-all take the same way: each project's file is
/// changed once, whichever of its documents the diagnostics are in, and that may be the file itself.
/// </summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(AcceptEventsCodeFix),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".cs", ".txt"]), Shared]
public sealed class AcceptEventsCodeFix : CodeFixProvider
{
    private const string Title = "Record in " + EventEdit.UnshippedName;

    private readonly FixAll _fixAll;

    /// <summary>Creates the fix.</summary>
    public AcceptEventsCodeFix() => _fixAll = new FixAll(EquivalenceKey);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(RuleIds.UndeclaredEvent, RuleIds.RemovedEvent, RuleIds.ChangedEvent);

    /// <summary>Identifies the fix across diagnostics; stable, because editors and scripts remember it.</summary>
    private string EquivalenceKey { get; } = "Bolt.AcceptEvents";

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.TextDocument.Project;
        foreach (var diagnostic in context.Diagnostics)
            context.RegisterCodeFix(CodeAction.Create(Title, token => ApplyAsync(project.Solution, project.Id, [diagnostic], token), EquivalenceKey), diagnostic);
        return Task.CompletedTask;
    }

    private static async Task<Solution> ApplyAsync(Solution solution, ProjectId project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (Find(solution.GetProject(project)!, EventEdit.UnshippedName) is not { } unshipped)
            return solution;

        var shipped = Find(solution.GetProject(project)!, EventEdit.ShippedName);
        var shippedText = shipped is null ? null : await shipped.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var text = await unshipped.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changed = EventEdit.Apply(shippedText?.ToString() ?? "", text.ToString(), diagnostics);
        return solution.WithAdditionalDocumentText(unshipped.Id, SourceText.From(changed, text.Encoding));
    }

    private static TextDocument? Find(Project project, string name) =>
        project.AdditionalDocuments.FirstOrDefault(document => Path.GetFileName(document.FilePath ?? document.Name) == name);

    private sealed class FixAll(string equivalenceKey) : FixAllProvider
    {
        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var byProject = new List<(ProjectId Project, ImmutableArray<Diagnostic> Diagnostics)>();
            if (context.Scope == FixAllScope.Document && context.Document is not null)
            {
                byProject.Add((context.Project.Id, await context.GetDocumentDiagnosticsAsync(context.Document).ConfigureAwait(false)));
            }
            else
            {
                IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
                foreach (var project in projects)
                    byProject.Add((project.Id, await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false)));
            }

            var solution = context.Solution;
            return CodeAction.Create(Title, token => ApplyAllAsync(solution, byProject, token), equivalenceKey);
        }

        private static async Task<Solution> ApplyAllAsync(Solution solution, List<(ProjectId Project, ImmutableArray<Diagnostic> Diagnostics)> byProject, CancellationToken cancellationToken)
        {
            foreach (var (project, diagnostics) in byProject)
            {
                if (!diagnostics.IsEmpty)
                    solution = await ApplyAsync(solution, project, diagnostics, cancellationToken).ConfigureAwait(false);
            }

            return solution;
        }
    }
}
