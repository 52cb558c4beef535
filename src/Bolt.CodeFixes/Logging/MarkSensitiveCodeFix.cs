using System.Collections.Immutable;
using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Logging;

/// <summary>Marks a parameter, or the member of the object that a parameter logs, [Sensitive].</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkSensitiveCodeFix)), Shared]
public sealed class MarkSensitiveCodeFix : CodeFixProvider
{
    private const string Title = "Mark as [Sensitive]";
    private const string Key = "Bolt.MarkSensitive";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UnmarkedSecret);

    /// <summary>Identifies the fix across diagnostics; stable, because editors and scripts remember it.</summary>
    private string EquivalenceKey => Key;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            // A member that another assembly declares cannot be marked here.
            if (await FindAsync(context.Document.Project.Solution, diagnostic, context.CancellationToken).ConfigureAwait(false) is null)
                continue;

            var solution = context.Document.Project.Solution;
            context.RegisterCodeFix(CodeAction.Create(Title, token => ApplyAsync(solution, [diagnostic], token), EquivalenceKey), diagnostic);
        }
    }

    private static async Task<(DocumentId Document, SyntaxNode Declaration)?> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } location, ..] || solution.GetDocument(tree) is not { } document)
            return null;

        var root = await tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var node = root.FindNode(location.SourceSpan).FirstAncestorOrSelf<SyntaxNode>(static node => node is ParameterSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax);
        return node is null or FieldDeclarationSyntax { Declaration.Variables.Count: > 1 } ? null : (document.Id, node);
    }

    private static async Task<Solution> ApplyAsync(Solution solution, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        // Several parameters may lead to one member, and one member to several documents.
        var byDocument = new Dictionary<DocumentId, HashSet<SyntaxNode>>();
        foreach (var diagnostic in diagnostics)
        {
            if (await FindAsync(solution, diagnostic, cancellationToken).ConfigureAwait(false) is not (var id, { } declaration))
                continue;

            if (!byDocument.TryGetValue(id, out var declarations))
                byDocument.Add(id, declarations = []);

            declarations.Add(declaration);
        }

        var changed = solution;
        foreach (var pair in byDocument)
        {
            var document = solution.GetDocument(pair.Key)!;
            var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            changed = changed.WithDocumentSyntaxRoot(pair.Key, root.ReplaceNodes(pair.Value, (original, current) => WithAttribute(current, Attribute(model, original.SpanStart))));
        }

        return changed;
    }

    private static AttributeListSyntax Attribute(SemanticModel model, int position)
    {
        var attribute = model.Compilation.GetTypeByMetadataName(WellKnownNames.SensitiveAttribute);
        var isShort = model.LookupNamespacesAndTypes(position, name: "Sensitive").IsEmpty
            && model.LookupNamespacesAndTypes(position, name: "SensitiveAttribute") is [var only] && SymbolEqualityComparer.Default.Equals(only, attribute);
        var name = SyntaxFactory.ParseName(isShort ? "Sensitive" : "global::Bolt.Sensitive").WithAdditionalAnnotations(Simplifier.Annotation);
        return SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(name)));
    }

    private static SyntaxNode WithAttribute(SyntaxNode declaration, AttributeListSyntax attribute)
    {
        var leading = declaration.GetLeadingTrivia();
        if (declaration is ParameterSyntax parameter)
        {
            return parameter.WithLeadingTrivia()
                .WithAttributeLists(parameter.WithLeadingTrivia().AttributeLists.Insert(0, attribute.WithTrailingTrivia(SyntaxFactory.Space)))
                .WithLeadingTrivia(leading);
        }

        var member = (MemberDeclarationSyntax)declaration;
        var indentation = leading.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default;
        var newLine = BoltNames.NewLine((CompilationUnitSyntax)declaration.SyntaxTree.GetRoot());
        member = member.WithLeadingTrivia(indentation);
        return member.WithAttributeLists(member.AttributeLists.Insert(0, attribute.WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine)))).WithLeadingTrivia(leading);
    }

    /// <summary>Marks everything at once: what one document's diagnostics point at may be declared in others.</summary>
    private sealed class FixAll : FixAllProvider
    {
        public static readonly FixAll Instance = new();

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
            return CodeAction.Create(Title, token => ApplyAsync(solution, found, token), Key);
        }
    }
}
