using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>Has the members of a parameter's type written as an object.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddLogFieldsCodeFix)), Shared]
public sealed class AddLogFieldsCodeFix() : UsageCodeFix(RuleIds.MissingLogFields)
{
    private protected override string EquivalenceKey => "Bolt.AddLogFields";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        // The members of a type that depends on the method's type parameters cannot be read by code shared between calls.
        if (target.Parameter is not { } parameter
            || target.Model.GetDeclaredSymbol(parameter) is not { } symbol
            || HasMethodTypeParameter(symbol.Type))
        {
            return null;
        }

        return new SyntaxEdit("Add [LogFields]", editor => editor.ReplaceNode(
            parameter,
            (current, _) => ParameterEdits.AddAttribute((ParameterSyntax)current, WellKnownNames.LogFieldsAttribute)));
    }

    private static bool HasMethodTypeParameter(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol parameter => parameter.TypeParameterKind == TypeParameterKind.Method,
            IArrayTypeSymbol array => HasMethodTypeParameter(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.Any(HasMethodTypeParameter) || (named.ContainingType is { } outer && HasMethodTypeParameter(outer)),
            _ => false,
        };
}
