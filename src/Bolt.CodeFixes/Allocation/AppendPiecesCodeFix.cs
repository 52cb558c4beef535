using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Appends the parts of a concatenation one by one to the string builder that takes the whole.</summary>
/// <remarks>In a log call, the parts become holes of the template when the call is converted (BOLT2001).</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AppendPiecesCodeFix)), Shared]
public sealed class AppendPiecesCodeFix() : SyntaxCodeFix(RuleIds.StringConcatenation)
{
    private protected override string EquivalenceKey => "Bolt.AppendPieces";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax sum || BuilderCall.Around(sum, model, cancellationToken) is not { } call)
            return null;

        var pieces = new List<ExpressionSyntax>();
        AddPieces(sum, model, pieces, cancellationToken);
        var isQuiet = pieces.All(piece =>
            Quiet.Is(piece, model)
            && model.GetTypeInfo(piece, cancellationToken).Type is { TypeKind: not TypeKind.Enum } type && Quiet.IsValue(type)
            && (type.SpecialType != SpecialType.None || model.GetConstantValue(piece, cancellationToken).HasValue));
        if (pieces.Count < 2 || !isQuiet || Expressions.LosesTrivia(call.ArgumentList, [.. pieces])
            || Trial.Of(model, [call], (_, current) => Change((InvocationExpressionSyntax)current), cancellationToken) is not { } trial)
        {
            return null;
        }

        // Each part must find an overload of its own: as an object it would be boxed.
        foreach (var part in trial.Find(call).DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Take(pieces.Count))
        {
            if (trial.Model.GetSymbolInfo(part, cancellationToken).Symbol is not IMethodSymbol method || !BuilderCall.Is(method) || method.Parameters.Any(static parameter => parameter.Type.SpecialType == SpecialType.System_Object))
                return null;
        }

        return new SyntaxEdit("Append the parts", editor => editor.ReplaceNode(call, (current, _) => Change((InvocationExpressionSyntax)current))) { Once = call };

        SyntaxNode Change(InvocationExpressionSyntax current)
        {
            var isLine = ((MemberAccessExpressionSyntax)current.Expression).Name.Identifier.ValueText == "AppendLine";
            var trailing = current.GetTrailingTrivia();
            var (changed, last) = (current.WithoutTrailingTrivia(), pieces.Count - 1);
            for (var index = 0; index <= last; index++)
            {
                var piece = Expressions.WithoutParentheses(pieces[index]).WithoutTrivia();
                var endsLine = isLine && index == last && model.GetTypeInfo(pieces[last]).Type?.SpecialType == SpecialType.System_String;
                changed = index == 0 ? BuilderCall.With(changed, "Append", piece) : BuilderCall.Then(changed, endsLine ? "AppendLine" : "Append", piece);
                if (isLine && index == last && !endsLine)
                    changed = BuilderCall.Then(changed, "AppendLine");
            }

            return changed.WithTrailingTrivia(trailing);
        }
    }

    private static void AddPieces(ExpressionSyntax expression, SemanticModel model, List<ExpressionSyntax> pieces, CancellationToken cancellationToken)
    {
        switch (Expressions.WithoutParentheses(expression))
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
                when !model.GetConstantValue(sum, cancellationToken).HasValue
                    && model.GetSymbolInfo(sum, cancellationToken).Symbol is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator, ReturnType.SpecialType: SpecialType.System_String }:
                AddPieces(sum.Left, model, pieces, cancellationToken);
                AddPieces(sum.Right, model, pieces, cancellationToken);
                break;
            case InvocationExpressionSyntax call
                when model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { Name: "Concat", IsStatic: true, ContainingType.SpecialType: SpecialType.System_String, IsGenericMethod: false } concat
                    && concat.Parameters.All(static parameter => parameter.Type.SpecialType == SpecialType.System_String)
                    && call.ArgumentList.Arguments.All(static argument => argument.NameColon is null):
                foreach (var argument in call.ArgumentList.Arguments)
                    AddPieces(argument.Expression, model, pieces, cancellationToken);
                break;
            default:
                pieces.Add(expression);
                break;
        }
    }
}
