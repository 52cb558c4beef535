using System.Composition;
using Bolt.Analyzers;
using Bolt.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Logging;

/// <summary>Writes a constant template for a message that is built at run time, and passes what it was built of as values.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstantTemplateCodeFix)), Shared]
public sealed class ConstantTemplateCodeFix() : LogCallCodeFix(RuleIds.RuntimeTemplate)
{
    private protected override string EquivalenceKey => "Bolt.ConstantTemplate";

    private protected override string Title => "Make the template constant";

    private protected override SyntaxEdit? Plan(LogCall call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (call.HasOtherArguments || call.HasRemarks
            || call.Invocation.Syntax is not InvocationExpressionSyntax { ArgumentList: var list } invocation || HasTypeArguments(invocation)
            || list.Arguments.Any(static argument => argument.NameColon is not null)
            || call.Invocation.Arguments.FirstOrDefault(argument => argument.Value == call.Template)?.Syntax is not ArgumentSyntax message
            || ConstantTemplate.TryCreate(call, model, cancellationToken) is not { } template)
        {
            return null;
        }

        var index = list.Arguments.IndexOf(message);
        var isArray = template.Values is [var only] && model.GetTypeInfo(only, cancellationToken).Type is IArrayTypeSymbol { ElementType.IsReferenceType: true };
        return index < 0 ? null : Replace(list, current => WithTemplate((ArgumentListSyntax)current, index, template, isArray));
    }

    private static ArgumentListSyntax WithTemplate(ArgumentListSyntax list, int index, ConstantTemplate template, bool isArray)
    {
        var arguments = list.Arguments.Take(index).ToList();
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(template.Text));
        arguments.Add(SyntaxFactory.Argument(literal).WithLeadingTrivia(list.Arguments[index].GetLeadingTrivia()));
        foreach (var value in template.Values)
            arguments.Add(SyntaxFactory.Argument(isArray ? AsObject(value.WithoutTrivia()) : value.WithoutTrivia()));

        arguments[arguments.Count - 1] = arguments[arguments.Count - 1].WithTrailingTrivia(list.Arguments.Last().GetTrailingTrivia());
        var commas = list.Arguments.GetSeparators().Take(index).ToList();
        while (commas.Count < arguments.Count - 1)
            commas.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));

        return list.WithArguments(SyntaxFactory.SeparatedList(arguments, commas));
    }

    /// <summary>Alone, an array would be taken for all the values.</summary>
    private static CastExpressionSyntax AsObject(ExpressionSyntax array) => SyntaxFactory.CastExpression(
        SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.ObjectKeyword)),
        array is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
            ? array
            : SyntaxFactory.ParenthesizedExpression(array));
}
