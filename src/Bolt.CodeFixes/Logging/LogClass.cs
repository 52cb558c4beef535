using System.Globalization;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Logging;

/// <summary>The class that new log methods go into: one of the project's, or one to be made.</summary>
internal sealed class LogClass
{
    private LogClass(string name, string fullName, INamedTypeSymbol? symbol, ClassDeclarationSyntax? declaration)
    {
        Name = name;
        FullName = fullName;
        Symbol = symbol;
        Declaration = declaration;
    }

    public string Name { get; }

    /// <summary>The name from <c>global::</c> on.</summary>
    public string FullName { get; }

    /// <summary>The class, if there is one.</summary>
    public INamedTypeSymbol? Symbol { get; }

    /// <summary>The part of it that a user writes.</summary>
    public ClassDeclarationSyntax? Declaration { get; }

    /// <summary>The class for the calls: one that exists, in the namespace of the first call if possible; else a new one.</summary>
    /// <param name="project">The project of the calls.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="sites">The calls, in their order.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static LogClass Choose(Project project, Compilation compilation, IReadOnlyList<LogCallSite> sites, CancellationToken cancellationToken)
    {
        var home = sites[0].Model.GetEnclosingSymbol(sites[0].Call.Node.SpanStart, cancellationToken)?.ContainingNamespace ?? compilation.GlobalNamespace;
        LogClass? best = null;
        foreach (var found in Existing(project, compilation.Assembly.GlobalNamespace, cancellationToken))
        {
            if (best is null || Rank(found, home) > Rank(best, home))
                best = found;
        }

        return best ?? New(home, sites);
    }

    private static int Rank(LogClass candidate, INamespaceSymbol home)
    {
        var rank = candidate.Name is "Log" or "LogEvents" ? 1 : 0;
        for (INamespaceSymbol? ns = home; ns is not null; ns = ns.ContainingNamespace)
        {
            if (SymbolEqualityComparer.Default.Equals(ns, candidate.Symbol!.ContainingNamespace))
                return rank + (ReferenceEquals(ns, home) ? 4 : 2);
        }

        return rank;
    }

    private static LogClass New(INamespaceSymbol home, IReadOnlyList<LogCallSite> sites)
    {
        var prefix = home.IsGlobalNamespace ? "global::" : home.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ".";
        for (var i = 0; ; i++)
        {
            var name = i switch { 0 => "Log", 1 => "LogEvents", _ => "LogEvents" + i.ToString(CultureInfo.InvariantCulture) };
            if (!home.GetMembers(name).Any() && sites.All(site => site.Model.LookupSymbols(site.Call.Node.SpanStart, name: name).IsEmpty))
                return new LogClass(name, prefix + name, symbol: null, declaration: null);
        }
    }

    private static IEnumerable<LogClass> Existing(Project project, INamespaceSymbol ns, CancellationToken cancellationToken)
    {
        foreach (var member in ns.GetMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (member is INamespaceSymbol inner)
            {
                foreach (var found in Existing(project, inner, cancellationToken))
                    yield return found;
            }
            else if (member is INamedTypeSymbol { IsStatic: true, Arity: 0, IsFileLocal: false } type
                && type.GetMembers().Any(static m => m is IMethodSymbol method && LogMethodSignature.LogEvent(method) is not null)
                && Part(project, type, cancellationToken) is { } part)
            {
                yield return new LogClass(type.Name, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), type, part);
            }
        }
    }

    // Not a part that is generated, nor one that only a linked project has; of several the first, so that all calls find the same.
    private static ClassDeclarationSyntax? Part(Project project, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        ClassDeclarationSyntax? first = null;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (project.GetDocument(reference.SyntaxTree) is { } document and not SourceGeneratedDocument
                && reference.GetSyntax(cancellationToken) is ClassDeclarationSyntax declaration
                && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
                && document.FilePath?.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) != true
                && (first is null || string.CompareOrdinal(declaration.SyntaxTree.FilePath, first.SyntaxTree.FilePath) < 0))
            {
                first = declaration;
            }
        }

        return first;
    }
}
