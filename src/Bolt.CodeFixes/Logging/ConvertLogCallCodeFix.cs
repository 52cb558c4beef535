using System.Collections.Immutable;
using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bolt.CodeFixes.Logging;

/// <summary>Writes the [LogEvent] method for a log call, and calls it instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConvertLogCallCodeFix))]
[Shared]
public sealed class ConvertLogCallCodeFix : CodeFixProvider
{
    private const string Title = "Convert to a [LogEvent] method";
    private const string Key = "Bolt.ConvertLogCall";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ConvertibleLogCall);

    /// <summary>Identifies the fix across diagnostics; stable, because editors and scripts remember it.</summary>
    private string EquivalenceKey => Key;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, token => LogCallConversion.ApplyAsync(context.Document.Project, [diagnostic], token), EquivalenceKey),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>Converts all calls of a project at once: calls of one event share a method, and all methods one class.</summary>
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
            return CodeAction.Create(Title, token => ApplyAsync(solution, found, token), Key);
        }

        private static async Task<Solution> ApplyAsync(Solution solution, List<(ProjectId Project, List<Diagnostic> Diagnostics)> found, CancellationToken cancellationToken)
        {
            // A file that several projects share is converted for the first: its text is one.
            var done = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (project, diagnostics) in found)
            {
                var fresh = diagnostics.Where(diagnostic => diagnostic.Location.SourceTree is { } tree && !done.Contains(tree.FilePath)).ToList();
                if (fresh.Count == 0)
                    continue;

                solution = await LogCallConversion.ApplyAsync(solution.GetProject(project)!, fresh, cancellationToken).ConfigureAwait(false);
                if (solution.GetProject(project) is { } converted && solution.Projects.Any(other => other.Id != converted.Id && other.FilePath == converted.FilePath))
                    done.UnionWith(fresh.Select(diagnostic => diagnostic.Location.SourceTree!.FilePath));
            }

            return solution;
        }
    }
}
