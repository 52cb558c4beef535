using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Allocation;

/// <summary>
/// Declares the params parameter of a private method or local function as a span: where the method only reads it, and every call lists
/// its arguments, nobody can tell the difference.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParamsSpanCodeFix)), Shared]
public sealed class ParamsSpanCodeFix() : SyntaxCodeFix(RuleIds.ParamsCollection)
{
    private protected override string EquivalenceKey => "Bolt.ParamsSpan";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax
            || ((CSharpParseOptions)node.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp13
            || model.Compilation.GetTypeByMetadataName("System.ReadOnlySpan`1") is null
            || (model.GetSymbolInfo(node, cancellationToken).Symbol as IMethodSymbol)?.OriginalDefinition is not { } method
            || method is not ({ MethodKind: MethodKind.LocalFunction } or { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private, IsPartialDefinition: false, ExplicitInterfaceImplementations.IsEmpty: true })
            || method.Parameters is not [.., { IsParams: true } parameter]
            || method.ContainingType.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree != model.SyntaxTree)
            || parameter.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellationToken) is not ParameterSyntax { Type: { } type, Parent.Parent: { } declaration } syntax
            || Span(type, parameter.Type) is not { } span
            || Calls(method, model, cancellationToken) is not { } calls
            || !IsOnlyRead(parameter, declaration, model, cancellationToken))
        {
            return null;
        }

        var trial = Trial.Of(model, [type, .. calls], (original, current) => original == type ? span : current, cancellationToken);
        return trial is not null && calls.TrueForAll(call => trial.Model.GetSymbolInfo(trial.Find(call)).Symbol is IMethodSymbol { Parameters: [.., { IsParams: true, Type.IsRefLikeType: true }] } called && called.Name == method.Name)
            ? new SyntaxEdit($"Declare '{syntax.Identifier.ValueText}' as a params span", editor => editor.ReplaceNode(type, span)) { Once = type }
            : null;
    }

    /// <summary>The span of an array's or sequence's elements, as the parameter's type has them.</summary>
    private static TypeSyntax? Span(TypeSyntax type, ITypeSymbol symbol)
    {
        var element = (type, symbol) switch
        {
            (ArrayTypeSyntax { RankSpecifiers: [{ Rank: 1 }] } array, _) => array.ElementType,
            (ArrayTypeSyntax { RankSpecifiers: [{ Rank: 1 }, ..] ranks } array, _) => array.WithRankSpecifiers(ranks.RemoveAt(0)),
            (GenericNameSyntax { TypeArgumentList.Arguments: [var argument] }, { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T }) => argument,
            _ => null,
        };
        return element is null
            ? null
            : SyntaxFactory.ParseTypeName("global::System.ReadOnlySpan<" + element.WithoutTrivia() + ">").WithTriviaFrom(type).WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>The calls of the method; null if one passes a collection of its own, which may be null, or if it is used otherwise.</summary>
    private static List<InvocationExpressionSyntax>? Calls(IMethodSymbol method, SemanticModel model, CancellationToken cancellationToken)
    {
        var calls = new List<InvocationExpressionSyntax>();
        foreach (var name in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText != method.Name)
                continue;

            var info = model.GetSymbolInfo(name, cancellationToken);
            if (!SymbolEqualityComparer.Default.Equals(info.Symbol?.OriginalDefinition, method) && !info.CandidateSymbols.Contains(method, SymbolEqualityComparer.Default))
                continue;

            var called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (ExpressionSyntax)access : name;
            if (called.Parent is not InvocationExpressionSyntax call || call.Expression != called
                || model.GetOperation(call, cancellationToken) is not IInvocationOperation { Arguments: [.., { ArgumentKind: ArgumentKind.ParamArray or ArgumentKind.ParamCollection }] })
            {
                return null;
            }

            calls.Add(call);
        }

        return calls;
    }

    private static bool IsOnlyRead(IParameterSymbol parameter, SyntaxNode declaration, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var name in declaration.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != parameter.Name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, parameter))
                continue;

            var isRead = name.Parent switch
            {
                CommonForEachStatementSyntax loop => loop.Expression == name,
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: var receiver } => receiver == name,
                ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }], Parent: not (AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } or ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax) } =>
                    model.GetTypeInfo(index, cancellationToken).Type?.SpecialType == SpecialType.System_Int32
                        && (name.Parent.Parent is not MemberAccessExpressionSyntax || !CanChangeItself(model.GetTypeInfo(name.Parent, cancellationToken).Type)),
                ArgumentSyntax => model.GetTypeInfo(name, cancellationToken).ConvertedType is { Name: "ReadOnlySpan", IsRefLikeType: true },
                _ => false,
            };
            if (!isRead)
                return false;
        }

        return true;
    }

    /// <summary>Whether a member called on an element may change it: in an array it does, of a read-only span it changes a copy.</summary>
    private static bool CanChangeItself(ITypeSymbol? type) =>
        type is not ({ IsReferenceType: true } or { IsReadOnly: true } or { TypeKind: TypeKind.Enum } or { SpecialType: not SpecialType.None });
}
