using System.Collections.Immutable;
using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bolt.CodeFixes.Logging;

/// <summary>Writes the [LogEvent] method for a log call, and calls it instead; or, as the second choice, interpolates the call where it stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConvertLogCallCodeFix))]
[Shared]
public sealed class ConvertLogCallCodeFix : CodeFixProvider
{
    private const string Title = "Convert to a [LogEvent] method";
    private const string Key = "Bolt.ConvertLogCall";
    private const string AdHocTitle = "Log ad hoc, with an interpolated string";
    private const string AdHocKey = "Bolt.LogAdHoc";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ConvertibleLogCall);

    /// <summary>Identifies the fix across diagnostics; stable, because editors and scripts remember it.</summary>
    private string EquivalenceKey => Key;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // Whoever takes the first, as dotnet format does, takes this one.
            context.RegisterCodeFix(CodeAction.Create(Title, token => LogCallConversion.ApplyAsync(project, [diagnostic], token), EquivalenceKey), diagnostic);
            if (root is not null && model is not null && AdHocConversion.Plan(root, model, diagnostic, context.CancellationToken) is not null)
                context.RegisterCodeFix(CodeAction.Create(AdHocTitle, token => AdHocConversion.ApplyAsync(project, [diagnostic], token), AdHocKey), diagnostic);
        }
    }

    /// <summary>Converts all calls of a project at once: calls of one event share a method, and all methods one class. Of the second choice, each on its own.</summary>
    private sealed class FixAll : FixAllProvider
    {
        public static readonly FixAll Instance = new();

        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            // Gathered at once: the context's diagnostics need not outlive this call.
            var found = new List<(ProjectId Project, List<Diagnostic> Diagnostics)>();
            if (context.Scope == FixAllScope.Document && context.Document is not null)
            {
                found.Add((context.Project.Id, [.. await context.GetDocumentDiagnosticsAsync(context.Document).ConfigureAwait(false)]));
            }
            else
            {
                IEnumerable<Project> projects = context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects;
                foreach (var project in projects)
                {
                    if (project.Language == LanguageNames.CSharp)
                        found.Add((project.Id, [.. await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false)]));
                }
            }

            var solution = context.Solution;
            return context.CodeActionEquivalenceKey == AdHocKey
                ? CodeAction.Create(AdHocTitle, token => ApplyAsync(solution, found, AdHocConversion.ApplyAsync, token), AdHocKey)
                : CodeAction.Create(Title, token => ApplyAsync(solution, found, LogCallConversion.ApplyAsync, token), Key);
        }

        private static async Task<Solution> ApplyAsync(
            Solution solution,
            List<(ProjectId Project, List<Diagnostic> Diagnostics)> found,
            Func<Project, IEnumerable<Diagnostic>, CancellationToken, Task<Solution>> convert,
            CancellationToken cancellationToken)
        {
            // A file that several projects share is converted for the first: its text is one.
            var done = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (project, diagnostics) in found)
            {
                var fresh = diagnostics.Where(diagnostic => diagnostic.Location.SourceTree is { } tree && !done.Contains(tree.FilePath)).ToList();
                if (fresh.Count == 0)
                    continue;

                solution = await convert(solution.GetProject(project)!, fresh, cancellationToken).ConfigureAwait(false);
                if (solution.GetProject(project) is { } converted && solution.Projects.Any(other => other.Id != converted.Id && other.FilePath == converted.FilePath))
                    done.UnionWith(fresh.Select(diagnostic => diagnostic.Location.SourceTree!.FilePath));
            }

            return solution;
        }
    }
}
