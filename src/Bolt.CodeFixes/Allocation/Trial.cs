using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>A document with a change made to it and compiled: what is not offered unless it compiles can be seen to, before.</summary>
internal sealed class Trial
{
    private readonly SyntaxNode _root;
    private readonly Dictionary<SyntaxNode, SyntaxAnnotation> _marks;
    private readonly SemanticModel _before;

    private Trial(SemanticModel before, SemanticModel model, SyntaxNode root, Dictionary<SyntaxNode, SyntaxAnnotation> marks)
    {
        _before = before;
        Model = model;
        _root = root;
        _marks = marks;
    }

    /// <summary>The meaning of the changed document.</summary>
    public SemanticModel Model { get; }

    /// <summary>Changes nodes of a document; null if one of the members they are in does not compile then.</summary>
    /// <param name="change">Gets the node as it was, and as it is when nodes within it are changed.</param>
    public static Trial? Of(SemanticModel model, IEnumerable<SyntaxNode> nodes, Func<SyntaxNode, SyntaxNode, SyntaxNode> change, CancellationToken cancellationToken)
    {
        var marks = new Dictionary<SyntaxNode, SyntaxAnnotation>();
        foreach (var node in nodes)
        {
            if (!marks.ContainsKey(node))
                marks.Add(node, new SyntaxAnnotation());
        }

        var tree = model.SyntaxTree;
        var changed = tree.GetRoot(cancellationToken).ReplaceNodes(marks.Keys, (original, current) => change(original, current).WithAdditionalAnnotations(marks[original]));

        // Read again, because a node put in place of another may read as something else there.
        var read = CSharpSyntaxTree.ParseText(changed.ToFullString(), (CSharpParseOptions)tree.Options, tree.FilePath, cancellationToken: cancellationToken);
        if (!read.GetRoot(cancellationToken).IsEquivalentTo(changed, topLevel: false))
            return null;

        var changedTree = tree.WithRootAndOptions(changed, tree.Options);
        var compilation = model.Compilation.ReplaceSyntaxTree(tree, changedTree);
        var after = compilation.GetSemanticModel(changedTree);
        var root = changedTree.GetRoot(cancellationToken);
        var trial = new Trial(model, after, root, marks);
        foreach (var node in marks.Keys)
        {
            var member = trial.Find(node).FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? root;
            foreach (var diagnostic in after.GetDiagnostics(member.Span, cancellationToken))
            {
                if (diagnostic.Severity == DiagnosticSeverity.Error)
                    return null;
            }
        }

        return trial;
    }

    /// <inheritdoc cref="Of(SemanticModel, IEnumerable{SyntaxNode}, Func{SyntaxNode, SyntaxNode, SyntaxNode}, CancellationToken)"/>
    public static Trial? Of(SemanticModel model, SyntaxNode node, SyntaxNode replacement, CancellationToken cancellationToken) =>
        Of(model, [node], (_, _) => replacement, cancellationToken);

    /// <summary>What has become of a changed node.</summary>
    public SyntaxNode Find(SyntaxNode original) => _root.GetAnnotatedNodes(_marks[original]).First();

    /// <summary>Whether a changed expression is converted to the same type as before.</summary>
    public bool IsConvertedAsBefore(SyntaxNode original) => SymbolsEqual(
        _before.GetTypeInfo(original).ConvertedType,
        Model.GetTypeInfo(Find(original)).ConvertedType);

    /// <summary>Whether the invocation that has a changed node among its arguments calls the same method as before.</summary>
    public bool CallsTheSame(SyntaxNode original)
    {
        var before = original.Ancestors().FirstOrDefault(static node => node is ArgumentListSyntax or BracketedArgumentListSyntax)?.Parent;
        var after = Find(original).Ancestors().FirstOrDefault(static node => node is ArgumentListSyntax or BracketedArgumentListSyntax)?.Parent;
        return (before is null) == (after is null)
            && (before is null || SymbolsEqual(_before.GetSymbolInfo(before).Symbol, Model.GetSymbolInfo(after!).Symbol));
    }

    /// <summary>What is called by the invocation that a changed node is an argument of.</summary>
    public IMethodSymbol? CallAround(SyntaxNode original)
    {
        var call = Find(original).Ancestors().FirstOrDefault(static node => node is ArgumentListSyntax or BracketedArgumentListSyntax)?.Parent;
        return call is null ? null : Model.GetSymbolInfo(call).Symbol as IMethodSymbol;
    }

    /// <summary>Compares symbols of two compilations.</summary>
    private static bool SymbolsEqual(ISymbol? left, ISymbol? right) =>
        left is not null && right is not null
        && (left is ITypeSymbol ? left.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == right.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : left.ToDisplayString() == right.ToDisplayString());
}
