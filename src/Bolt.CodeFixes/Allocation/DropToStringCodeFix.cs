using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Passes a value itself where its text is only written on: to a string builder, the console, or an interpolated string.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropToStringCodeFix)), Shared]
public sealed class DropToStringCodeFix() : SyntaxCodeFix(RuleIds.ToStringCall)
{
    private protected override string EquivalenceKey => "Bolt.DropToString";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!Expressions.IsCall(node, out var receiver, out _)
            || model.GetTypeInfo(receiver, cancellationToken).Type is not { } type
            || !(type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || Expressions.IsNotNull(receiver, model, cancellationToken))
            || Expressions.LosesTrivia(node, receiver))
        {
            return null;
        }

        var value = receiver.WithTriviaFrom(node);
        if (node.Parent is InterpolationSyntax { FormatClause: null } hole)
        {
            if (!Handlers.WriteText(hole, model, out var hasProvider) || !Handlers.IsWrittenAsToString(type, hasProvider))
                return null;
        }
        else if (node.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol writer
            || type.TypeKind == TypeKind.Array
            || !(writer.ContainingType.Name is "StringBuilder" or "Console" || Handlers.IsWithoutCulture(type)))
        {
            // A text writer has a culture of its own.
            return null;
        }

        if (Trial.Of(model, node, value, cancellationToken) is not { } trial || (node.Parent is ArgumentSyntax argument && !CallsTheOverload(trial, argument.Parent!.Parent!, node, type, model)))
            return null;

        return new SyntaxEdit("Drop ToString()", editor => editor.ReplaceNode(node, (current, _) => Receiver(current)));
    }

    /// <summary>Whether the call is of the overload that takes the value where the other took its text.</summary>
    private static bool CallsTheOverload(Trial trial, SyntaxNode call, SyntaxNode node, ITypeSymbol type, SemanticModel model)
    {
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol before || trial.CallAround(node) is not { } after
            || before.Name != after.Name || before.Parameters.Length != after.Parameters.Length || Name(before.ContainingType) != Name(after.ContainingType))
        {
            return false;
        }

        for (var index = 0; index < before.Parameters.Length; index++)
        {
            var (was, now) = (before.Parameters[index].Type, after.Parameters[index].Type);
            if (Name(was) != Name(now) && !(was.SpecialType == SpecialType.System_String && Name(now) == Name(type)))
                return false;
        }

        return true;
    }

    private static SyntaxNode Receiver(SyntaxNode call) => Expressions.IsCall(call, out var receiver, out _) ? receiver.WithTriviaFrom(call) : call;

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
