using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Puts the arguments of a params array into a collection expression, where that picks an overload that takes a span.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassSpanCodeFix)), Shared]
public sealed class PassSpanCodeFix() : SyntaxCodeFix(RuleIds.ParamsCollection)
{
    private protected override string EquivalenceKey => "Bolt.PassSpan";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call
            || ((CSharpParseOptions)call.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp12
            || model.GetOperation(call, cancellationToken) is not IInvocationOperation { TargetMethod: var method, Arguments: [.., { ArgumentKind: ArgumentKind.ParamArray, Parameter: { } parameter }] }
            || arguments.Any(static argument => argument.NameColon is not null))
        {
            return null;
        }

        var first = parameter.Ordinal;
        return first < arguments.Count
            && Trial.Of(model, call, Change(call, first), cancellationToken) is { } trial
            && trial.Model.GetSymbolInfo(trial.Find(call)).Symbol is IMethodSymbol { Parameters: [.., { IsParams: false, Type.OriginalDefinition: { Name: "ReadOnlySpan" or "Span", IsRefLikeType: true } }] parameters } taken
            && parameters.Length == method.Parameters.Length
            && taken.ContainingType.ToDisplayString() == method.ContainingType.ToDisplayString()
                ? new SyntaxEdit("Pass a span", editor => editor.ReplaceNode(call, (current, _) => Change((InvocationExpressionSyntax)current, first)))
                : null;
    }

    private static InvocationExpressionSyntax Change(InvocationExpressionSyntax call, int first)
    {
        var arguments = call.ArgumentList.Arguments;
        var separators = arguments.GetSeparators().ToList();
        var elements = SyntaxFactory.SeparatedList<CollectionElementSyntax>(
            arguments.Skip(first).Select(static argument => SyntaxFactory.ExpressionElement(argument.Expression)),
            separators.Skip(first));
        var leading = elements[0].GetLeadingTrivia();
        var trailing = elements.Last().GetTrailingTrivia();
        elements = elements.Replace(elements[0], elements[0].WithLeadingTrivia());
        elements = elements.Replace(elements.Last(), elements.Last().WithTrailingTrivia());
        var collection = SyntaxFactory.Argument(SyntaxFactory.CollectionExpression(elements).WithLeadingTrivia(leading).WithTrailingTrivia(trailing));
        return call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(arguments.Take(first).Append(collection), separators.Take(first))));
    }
}
