using Bolt.CodeFixes.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes;

/// <summary>Puts one of Bolt's attributes on a declaration: on a line of its own before a member, beside a parameter.</summary>
internal static class AttributeAddition
{
    /// <summary>How an attribute without arguments is written at a place: by its short name where that means it and nothing else.</summary>
    /// <param name="fullName">The attribute's name among <see cref="Bolt.Analyzers.WellKnownNames"/>.</param>
    public static NameSyntax Name(SemanticModel model, int position, string fullName)
    {
        var qualified = fullName.Substring(0, fullName.Length - nameof(Attribute).Length);
        var name = qualified.Substring(qualified.LastIndexOf('.') + 1);
        var attribute = model.Compilation.GetTypeByMetadataName(fullName);
        var isShort = model.LookupNamespacesAndTypes(position, name: name).IsEmpty
            && model.LookupNamespacesAndTypes(position, name: name + nameof(Attribute)) is [var only] && SymbolEqualityComparer.Default.Equals(only, attribute);
        return SyntaxFactory.ParseName(isShort ? name : "global::" + qualified).WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>The declaration with the attribute before what it has.</summary>
    /// <param name="newLine">What ends a line in the file.</param>
    public static SyntaxNode To(SyntaxNode declaration, NameSyntax name, string newLine) => To(declaration, SyntaxFactory.Attribute(name), newLine);

    /// <inheritdoc cref="To(SyntaxNode, NameSyntax, string)"/>
    public static SyntaxNode To(SyntaxNode declaration, AttributeSyntax attribute, string newLine)
    {
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute));
        var leading = declaration.GetLeadingTrivia();
        if (declaration is ParameterSyntax parameter)
        {
            return parameter.WithLeadingTrivia()
                .WithAttributeLists(parameter.WithLeadingTrivia().AttributeLists.Insert(0, list.WithTrailingTrivia(SyntaxFactory.Space)))
                .WithLeadingTrivia(leading);
        }

        // A member whose line holds more than it begins after that: the attribute goes beside it.
        var indentation = leading.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default;
        list = list.WithTrailingTrivia(BeginsLine(declaration) ? SyntaxFactory.EndOfLine(newLine) : SyntaxFactory.Space);
        declaration = declaration.WithLeadingTrivia(BeginsLine(declaration) ? indentation : default);
        declaration = declaration switch
        {
            MemberDeclarationSyntax member => member.WithAttributeLists(member.AttributeLists.Insert(0, list)),
            LocalFunctionStatementSyntax function => function.WithAttributeLists(function.AttributeLists.Insert(0, list)),
            AccessorDeclarationSyntax accessor => accessor.WithAttributeLists(accessor.AttributeLists.Insert(0, list)),
            _ => throw new ArgumentException("Only parameters, members, local functions and accessors are given attributes.", nameof(declaration)),
        };
        return declaration.WithLeadingTrivia(leading);
    }

    private static bool BeginsLine(SyntaxNode declaration) =>
        declaration.GetLeadingTrivia() is { Count: > 0 } leading && (leading.Any(SyntaxKind.EndOfLineTrivia) || leading.Last().IsKind(SyntaxKind.WhitespaceTrivia));
}
