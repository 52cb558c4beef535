using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>
/// Uses a span itself where its copy by <c>ToArray()</c> or <c>ToString()</c> is only measured, indexed, or handed to a member of a library
/// that takes a span.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropCopyCodeFix)), Shared]
public sealed class DropCopyCodeFix() : SyntaxCodeFix(RuleIds.AllocatingLibraryMember)
{
    private protected override string EquivalenceKey => "Bolt.DropCopy";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!Expressions.IsCall(node, out var receiver, out var name)
            || name.Identifier.ValueText is not ("ToArray" or "ToString")
            || model.GetTypeInfo(receiver, cancellationToken).Type is not INamedTypeSymbol { IsRefLikeType: true, Name: "Span" or "ReadOnlySpan", TypeArguments: [var element] }
            || (name.Identifier.ValueText == "ToString" && element.SpecialType != SpecialType.System_Char)
            || Expressions.LosesTrivia(node, receiver)
            || !OnlyReads(node, model, cancellationToken)
            || Trial.Of(model, node, receiver.WithTriviaFrom(node), cancellationToken) is not { } trial
            || (node.Parent is ArgumentSyntax && !trial.CallsTheSame(node)))
        {
            return null;
        }

        return new SyntaxEdit($"Drop {name.Identifier.ValueText}()", editor => editor.ReplaceNode(node, (current, _) =>
            Expressions.IsCall(current, out var span, out SimpleNameSyntax _) ? span.WithTriviaFrom(current) : current));
    }

    /// <summary>Whether nothing can write to the span while its copy is looked at.</summary>
    private static bool OnlyReads(SyntaxNode copy, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (copy.Parent)
        {
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } access:
                return access.Expression == copy;
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } element:
                return element.Expression == copy
                    && model.GetTypeInfo(index, cancellationToken).Type?.SpecialType == SpecialType.System_Int32
                    && Quiet.Is(index, model)
                    && IsValueOnly(element);
            case ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } arguments }:
                return model.GetTypeInfo(copy, cancellationToken).ConvertedType is { IsRefLikeType: true, Name: "ReadOnlySpan" }
                    && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { IsVirtual: false, IsAbstract: false, IsOverride: false } method
                    && method.ContainingAssembly?.Name.StartsWith("System.", StringComparison.Ordinal) == true
                    && !method.ReturnType.IsRefLikeType
                    && method.Parameters.All(static parameter => parameter is { RefKind: RefKind.None, Type: not { IsRefLikeType: true, Name: "Span" } and not { TypeKind: TypeKind.Delegate } })
                    && arguments.Arguments.All(argument => argument.Expression == copy || Quiet.Is(argument.Expression, model));
            default:
                return false;
        }
    }

    /// <summary>Not where the copy is written to, or a reference to its element is taken.</summary>
    private static bool IsValueOnly(ElementAccessExpressionSyntax element) => element.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left != element,
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => false,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0,
        _ => true,
    };
}
