using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>Passes a parameter of a log method by value: a log method reads, it never writes back.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveByReferenceCodeFix)), Shared]
public sealed class RemoveByReferenceCodeFix() : UsageCodeFix(RuleIds.UnsupportedParameter)
{
    private protected override string EquivalenceKey => "Bolt.RemoveByReference";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (target.Parameter is not { } parameter || ByReference(parameter) is not { RawKind: not 0 } modifier)
            return null;

        return new SyntaxEdit($"Remove '{modifier.Text}'", editor => editor.ReplaceNode(parameter, (current, _) => Remove((ParameterSyntax)current)));
    }

    private static SyntaxToken ByReference(ParameterSyntax parameter) =>
        parameter.Modifiers.FirstOrDefault(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword);

    private static ParameterSyntax Remove(ParameterSyntax parameter) =>
        parameter
            .WithModifiers(SyntaxFactory.TokenList(parameter.Modifiers.Where(modifier =>
                modifier.Kind() is not (SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.ReadOnlyKeyword))))
            .WithLeadingTrivia(parameter.GetLeadingTrivia());
}
