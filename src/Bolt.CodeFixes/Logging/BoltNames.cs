using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Logging;

/// <summary>How Bolt's attribute is written in a file: by its short name, if need be with a using, which must not make other names ambiguous.</summary>
internal static class BoltNames
{
    private const string ShortName = "LogEvent";

    /// <summary>The attribute's name at a place.</summary>
    public static string LogEvent(CompilationUnitSyntax root, SemanticModel model, int position, out bool usingNeeded)
    {
        usingNeeded = false;
        var attribute = model.Compilation.GetTypeByMetadataName(WellKnownNames.LogEventAttribute);
        var found = model.LookupNamespacesAndTypes(position, name: ShortName + "Attribute");
        if (!model.LookupNamespacesAndTypes(position, name: ShortName).IsEmpty || attribute is null)
            return "global::Bolt." + ShortName;

        if (found is [var only] && SymbolEqualityComparer.Default.Equals(only, attribute))
            return ShortName;

        usingNeeded = found.IsEmpty && !UsesNameOf(root, attribute.ContainingNamespace);
        return usingNeeded ? ShortName : "global::Bolt." + ShortName;
    }

    /// <summary>The file with <c>using Bolt;</c> at its place in the alphabet.</summary>
    public static CompilationUnitSyntax WithUsing(CompilationUnitSyntax root)
    {
        var newLine = NewLine(root);
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.IdentifierName("Bolt"))
            .NormalizeWhitespace()
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine));
        var index = 0;
        while (index < root.Usings.Count && ComesBeforeBolt(root.Usings[index]))
            index++;

        if (index == 0 && root.Usings.Count > 0)
        {
            directive = directive.WithLeadingTrivia(root.Usings[0].GetLeadingTrivia());
            root = root.WithUsings(root.Usings.Replace(root.Usings[0], root.Usings[0].WithLeadingTrivia()));
        }
        else if (root.Usings.Count == 0 && root.Externs.Count == 0)
        {
            // What stands at the top of the file stays there; a blank line follows.
            var first = root.GetFirstToken(includeZeroWidth: true);
            directive = directive.WithLeadingTrivia(first.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine), SyntaxFactory.EndOfLine(newLine));
            root = root.ReplaceToken(first, first.WithLeadingTrivia());
        }

        return root.WithUsings(root.Usings.Insert(index, directive));
    }

    /// <summary>What ends a line in the file.</summary>
    public static string NewLine(CompilationUnitSyntax root) =>
        root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToString() is { Length: > 0 } found ? found : "\n";

    private static bool ComesBeforeBolt(UsingDirectiveSyntax existing)
    {
        var name = existing.Name?.ToString() ?? "";
        return existing.Alias is null && !existing.StaticKeyword.IsKind(SyntaxKind.StaticKeyword)
            && (existing.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) || name == "System" || name.StartsWith("System.", StringComparison.Ordinal)
                || string.CompareOrdinal(name, "Bolt") < 0);
    }

    private static bool UsesNameOf(CompilationUnitSyntax root, INamespaceSymbol bolt)
    {
        var names = new HashSet<string>(bolt.GetTypeMembers().Where(static type => type.DeclaredAccessibility == Accessibility.Public).Select(static type => type.Name), StringComparer.Ordinal);
        return root.DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
            names.Contains(name.Identifier.ValueText)
            && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            && name.Parent is not (MemberBindingExpressionSyntax or NameEqualsSyntax or NameColonSyntax)
            && !(name.Parent is QualifiedNameSyntax qualified && qualified.Right == name));
    }
}
