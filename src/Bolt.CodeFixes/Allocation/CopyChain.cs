using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Calls that each copy a part of the string before: <c>text.Substring(2).Trim()[1..]</c>. As a span, none of them copies.</summary>
internal sealed class CopyChain
{
    private readonly int _length;

    private CopyChain(ExpressionSyntax top, int length) => (Top, _length) = (top, length);

    /// <summary>The last of the calls, which gives the text that is used.</summary>
    public ExpressionSyntax Top { get; }

    /// <summary>The whole chain that a call is part of; null if the call cannot work on a span, or its string may be null.</summary>
    public static CopyChain? Around(SyntaxNode link, SemanticModel model, CancellationToken cancellationToken)
    {
        if (link is not ExpressionSyntax top || !IsLink(top, model))
            return null;

        while (Outer(top) is { } outer && IsLink(outer, model))
            top = outer;

        return EndingIn(top, model, cancellationToken);
    }

    /// <summary>The chain whose last call is an expression; null if it is no such call.</summary>
    public static CopyChain? EndingIn(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        var top = Expressions.WithoutParentheses(expression);
        var (length, root) = (0, top);
        while (IsLink(root, model))
            (length, root) = (length + 1, Expressions.WithoutParentheses(Receiver(root)));

        return length > 0 && Expressions.IsNotNull(root, model, cancellationToken) && !Expressions.IsAmongAwaits(top) ? new CopyChain(top, length) : null;
    }

    /// <summary>The same characters as a span.</summary>
    /// <param name="top">What has become of <see cref="Top"/>.</param>
    public ExpressionSyntax AsSpan(ExpressionSyntax top) => AsSpan(top, _length).WithTriviaFrom(top);

    private static ExpressionSyntax? Outer(ExpressionSyntax link) => Expressions.WithParentheses(link).Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression.Span.Contains(link.Span) => call,
        ElementAccessExpressionSyntax access when access.Expression.Span.Contains(link.Span) => access,
        _ => null,
    };

    private static bool IsLink(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } access =>
            model.GetTypeInfo(access).Type?.SpecialType == SpecialType.System_String
            && model.GetTypeInfo(access.Expression).Type?.SpecialType == SpecialType.System_String
            && model.GetTypeInfo(index).ConvertedType?.ToDisplayString() == "System.Range",
        InvocationExpressionSyntax call =>
            Expressions.IsCall(call, out _, out _)
            && model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String, IsStatic: false } method
            && (method.Name == "Substring"
                || (method.Name is "Trim" or "TrimStart" or "TrimEnd" && (method.Parameters.IsEmpty || method.Parameters is [{ Type.SpecialType: SpecialType.System_Char }]))),
        _ => false,
    };

    private static ExpressionSyntax Receiver(ExpressionSyntax link) =>
        link is ElementAccessExpressionSyntax access ? access.Expression : ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)link).Expression).Expression;

    private static ExpressionSyntax AsSpan(ExpressionSyntax link, int length)
    {
        if (length == 0)
            return link;

        link = Expressions.WithoutParentheses(link);
        var isFirst = length == 1;
        if (link is ElementAccessExpressionSyntax element)
        {
            return isFirst
                ? Call(element.Expression, "AsSpan", SyntaxFactory.ArgumentList(element.ArgumentList.Arguments))
                : element.WithExpression(AsSpan(element.Expression, length - 1));
        }

        var call = (InvocationExpressionSyntax)link;
        var access = (MemberAccessExpressionSyntax)call.Expression;
        if (access.Name.Identifier.ValueText == "Substring")
            return call.WithExpression(access.WithExpression(AsSpan(access.Expression, length - 1)).WithName(Name(access.Name, isFirst ? "AsSpan" : "Slice")));

        var receiver = isFirst ? Call(access.Expression, "AsSpan", SyntaxFactory.ArgumentList()) : AsSpan(access.Expression, length - 1);
        return call.WithExpression(access.WithExpression(receiver));
    }

    private static SimpleNameSyntax Name(SimpleNameSyntax old, string name) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(old);

    private static InvocationExpressionSyntax Call(ExpressionSyntax receiver, string name, ArgumentListSyntax arguments) => SyntaxFactory
        .InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName(name)),
            arguments)
        .WithTrailingTrivia(receiver.GetTrailingTrivia());
}
