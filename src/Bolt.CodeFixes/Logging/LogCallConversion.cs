using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bolt.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Logging;

/// <summary>Converts log calls of one project: the calls, and the log methods that they then go to.</summary>
internal sealed class LogCallConversion
{
    private readonly Project _project;
    private readonly Compilation _compilation;
    private readonly List<LogCallSite> _sites;
    private readonly LogClass _class;
    private readonly CancellationToken _cancellationToken;
    private readonly List<LogMethodSignature> _methods = [];

    private LogCallConversion(Project project, Compilation compilation, List<LogCallSite> sites, CancellationToken cancellationToken)
    {
        _project = project;
        _compilation = compilation;
        _sites = sites;
        _cancellationToken = cancellationToken;
        _class = LogClass.Choose(project, compilation, sites, cancellationToken);
    }

    /// <summary>The solution in which the calls that the diagnostics point at are converted.</summary>
    public static async Task<Solution> ApplyAsync(Project project, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var sites = new List<LogCallSite>();
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        var byPath = diagnostics
            .Where(diagnostic => diagnostic.Location.IsInSource)
            .GroupBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var document in project.Documents.OrderBy(document => document.FilePath ?? document.Name, StringComparer.Ordinal))
        {
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            if (root is not null && model is not null && byPath.TryGetValue(root.SyntaxTree.FilePath, out var ofDocument))
                AddSites(sites, document.Id, root, model, ofDocument, cancellationToken);
        }

        return compilation is null || sites.Count == 0
            ? project.Solution
            : await new LogCallConversion(project, compilation, sites, cancellationToken).ApplyAsync().ConfigureAwait(false);
    }

    private static void AddSites(
        List<LogCallSite> sites,
        DocumentId document,
        SyntaxNode root,
        SemanticModel model,
        IEnumerable<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        ExpressionSyntax? previous = null;
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            var span = diagnostic.Location.SourceSpan;
            if (!root.FullSpan.Contains(span)
                || root.FindNode(span, getInnermostNodeForTie: true) is not InvocationExpressionSyntax node
                || model.GetOperation(node, cancellationToken) is not IInvocationOperation invocation
                || LogCall.TryCreate(invocation) is not { } call
                || ConvertibleCall.TryCreate(call, model, cancellationToken) is not { } convertible)
            {
                continue;
            }

            // A call within an argument of another is for the next round.
            if (previous?.Span.Contains(convertible.Node.Span) == true)
                continue;

            previous = convertible.Node;
            sites.Add(new LogCallSite(document, model, convertible));
        }
    }

    private async Task<Solution> ApplyAsync()
    {
        AssignMethods();
        var home = _class.Declaration is { } declaration ? _project.GetDocument(declaration.SyntaxTree)!.Id : _sites[0].Document;
        var solution = _project.Solution;
        foreach (var id in _sites.Select(site => site.Document).Append(home).Distinct())
        {
            var document = _project.GetDocument(id)!;
            var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(_cancellationToken).ConfigureAwait(false))!;
            solution = solution.WithDocumentSyntaxRoot(id, Changed(root, id, isHome: id == home && _methods.Count > 0));
        }

        return solution;
    }

    // --- which call goes to which method ---

    private void AssignMethods()
    {
        var existing = _class.Symbol?.GetMembers().OfType<IMethodSymbol>().ToList() ?? [];
        var names = new HashSet<string>(StringComparer.Ordinal) { _class.Name, "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize" };
        if (_class.Symbol is not null)
            names.UnionWith(_class.Symbol.MemberNames);

        var byKey = new Dictionary<string, LogMethodSignature>(StringComparer.Ordinal);
        foreach (var site in _sites)
        {
            var call = site.Call;
            if (existing.Find(method => LogMethodSignature.Fits(method, call)) is { } there)
            {
                site.Method = there.Name;
                continue;
            }

            var key = LogMethodSignature.Key(call);
            if (byKey.TryGetValue(key, out var method))
            {
                method.Include(call);
            }
            else
            {
                method = new LogMethodSignature(call, Name(call, names));
                byKey.Add(key, method);
                _methods.Add(method);
            }

            site.Method = method.Name;
        }
    }

    private static string Name(ConvertibleCall call, HashSet<string> taken)
    {
        var last = "";
        foreach (var name in EventWords.Names(call))
        {
            last = name;
            if (taken.Add(name))
                return name;
        }

        for (var i = 2; ; i++)
        {
            var numbered = last + i.ToString(CultureInfo.InvariantCulture);
            if (taken.Add(numbered))
                return numbered;
        }
    }

    // --- the change ---

    private CompilationUnitSyntax Changed(CompilationUnitSyntax root, DocumentId id, bool isHome)
    {
        var calls = _sites.Where(site => site.Document == id).ToDictionary(site => (SyntaxNode)site.Call.Node, NewCall);
        if (!isHome)
            return root.ReplaceNodes(calls.Keys, (original, _) => calls[original]);

        var model = _sites.Find(site => site.Document == id)?.Model ?? _compilation.GetSemanticModel(root.SyntaxTree);
        var attribute = BoltNames.LogEvent(root, model, _class.Declaration?.OpenBraceToken.Span.End ?? _sites[0].Call.Node.SpanStart, out var usingNeeded);
        SyntaxNode? container = _class.Declaration ?? (SyntaxNode?)_sites[0].Call.Node.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>();
        var newLine = BoltNames.NewLine(root);
        var nodes = container is null ? calls.Keys : calls.Keys.Append(container);
        var hasNullable = model.GetNullableContext(container?.Span.End - 1 ?? root.Span.End).AnnotationsEnabled();
        var changed = root.ReplaceNodes(nodes, (original, current) => original == container ? WithMethods(current, attribute, hasNullable, newLine) : calls[original]);
        if (container is null)
            changed = changed.AddMembers(Class(attribute, hasNullable, newLine, indent: "", EndsWithNewLine(changed)));
        if (container is null or FileScopedNamespaceDeclarationSyntax && !EndsWithNewLine(root))
            changed = WithoutLastNewLine(changed);

        return usingNeeded ? BoltNames.WithUsing(changed) : changed;
    }

    private SyntaxNode WithMethods(SyntaxNode container, string attribute, bool hasNullable, string newLine)
    {
        if (container is BaseNamespaceDeclarationSyntax ns)
        {
            var indent = ns is NamespaceDeclarationSyntax ? Indentation(ns) + "    " : "";
            return ns.WithMembers(ns.Members.Add(Class(attribute, hasNullable, newLine, indent, EndsWithNewLine(ns.Members.Last()))));
        }

        var declaration = (ClassDeclarationSyntax)container;
        var inner = Indentation(declaration) + "    ";
        var added = _methods.Select((method, i) => Member(Lines(method.Declaration(attribute, hasNullable), inner, newLine), newLine, isFirst: i == 0 && declaration.Members.Count == 0));
        return declaration.WithMembers(declaration.Members.AddRange(added));
    }

    private static string Indentation(SyntaxNode node)
    {
        var text = node.GetLeadingTrivia().LastOrDefault();
        return text.IsKind(SyntaxKind.WhitespaceTrivia) ? text.ToString() : "";
    }

    private MemberDeclarationSyntax Class(string attribute, bool hasNullable, string newLine, string indent, bool isOnNewLine)
    {
        var text = new StringBuilder().Append(indent).Append("internal static partial class ").Append(_class.Name).Append(newLine)
            .Append(indent).Append('{').Append(newLine);
        for (var i = 0; i < _methods.Count; i++)
        {
            if (i > 0)
                text.Append(newLine);

            text.Append(Lines(_methods[i].Declaration(attribute, hasNullable), indent + "    ", newLine));
        }

        text.Append(indent).Append('}').Append(newLine);
        var member = Member(text.ToString(), newLine, isFirst: false);
        return isOnNewLine ? member : member.WithLeadingTrivia(member.GetLeadingTrivia().Insert(0, SyntaxFactory.EndOfLine(newLine)));
    }

    private static bool EndsWithNewLine(SyntaxNode node)
    {
        var last = node.GetLastToken();
        return last.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) || (node is CompilationUnitSyntax unit && unit.EndOfFileToken.LeadingTrivia.Any(SyntaxKind.EndOfLineTrivia));
    }

    // The file ended without one, and still does.
    private static CompilationUnitSyntax WithoutLastNewLine(CompilationUnitSyntax root)
    {
        var last = root.GetLastToken();
        return root.ReplaceToken(last, last.WithTrailingTrivia());
    }

    private static string Lines(string declaration, string indent, string newLine) => indent + declaration.Replace("\n", newLine + indent) + newLine;

    private static MemberDeclarationSyntax Member(string text, string newLine, bool isFirst)
    {
        var member = SyntaxFactory.ParseMemberDeclaration(text)!;
        if (!isFirst)
            member = member.WithLeadingTrivia(member.GetLeadingTrivia().Insert(0, SyntaxFactory.EndOfLine(newLine)));

        return member.WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
    }

    private SyntaxNode NewCall(LogCallSite site)
    {
        var call = site.Call;
        var arguments = new List<ArgumentSyntax> { Argument(SyntaxFactory.ParseExpression(call.LoggerText)) };
        if (call.LevelValue is { } level)
            arguments.Add(Argument(level));
        if (call.Exception is { } exception)
            arguments.Add(Argument(exception));
        foreach (var value in call.Values)
            arguments.Add(Argument(value.Form == ValueForm.Text ? Text(value) : value.Expression));

        // By its simple name where that means the class, or will.
        var found = site.Model.LookupNamespacesAndTypes(call.Node.SpanStart, name: _class.Name);
        var isVisible = _class.Symbol is not null && found is [var only] && SymbolEqualityComparer.Default.Equals(only, _class.Symbol);
        ExpressionSyntax target = isVisible
            ? SyntaxFactory.IdentifierName(_class.Name)
            : SyntaxFactory.ParseExpression(_class.FullName).WithAdditionalAnnotations(Simplifier.Annotation);
        var commas = Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), arguments.Count - 1);
        return SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, target, SyntaxFactory.IdentifierName(site.Method)),
                SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments, commas)))
            .WithTriviaFrom(call.Node);
    }

    private static ArgumentSyntax Argument(ExpressionSyntax expression) => SyntaxFactory.Argument(expression.WithoutTrivia());

    private static ExpressionSyntax Text(ConvertibleValue value)
    {
        var expression = value.Expression.WithoutTrivia();
        var text = expression is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or TupleExpressionSyntax or ThisExpressionSyntax
            ? expression.ToString()
            : "(" + expression + ")";
        var canBeNull = !value.Type.IsValueType || value.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return SyntaxFactory.ParseExpression(text + (canBeNull ? "?.ToString()" : ".ToString()"));
    }
}
