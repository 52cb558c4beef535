using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Usage;

/// <summary>Reads and changes the arguments of a [LogEvent] attribute.</summary>
internal static class LogEventArguments
{
    /// <summary>The argument that gives the level, or null.</summary>
    public static AttributeArgumentSyntax? Level(AttributeSyntax attribute, SemanticModel model) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument =>
            argument.NameEquals is null && model.GetTypeInfo(argument.Expression).Type is { } type && WellKnownNames.Of(type) == WellKnownNames.LogLevel);

    /// <summary>The attribute with a level as its first argument.</summary>
    public static AttributeSyntax WithLevel(AttributeSyntax attribute, string level)
    {
        var expression = SyntaxFactory.ParseExpression("global::" + WellKnownNames.LogLevel + "." + level).WithAdditionalAnnotations(Simplifier.Annotation);
        var argument = SyntaxFactory.AttributeArgument(expression);
        var old = attribute.ArgumentList?.Arguments ?? default;
        if (old.Count == 0)
            return attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument)));

        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var arguments = new[] { argument.WithLeadingTrivia(old[0].GetLeadingTrivia()) }.Concat(old.Replace(old[0], old[0].WithoutLeadingTrivia()));
        return attribute.WithArgumentList(attribute.ArgumentList!.WithArguments(
            SyntaxFactory.SeparatedList(arguments, new[] { comma }.Concat(old.GetSeparators()))));
    }

    /// <summary>The attribute without one of its arguments, and without the brackets when it was the only one.</summary>
    public static AttributeSyntax Remove(AttributeSyntax attribute, int index)
    {
        var list = attribute.ArgumentList!;
        return list.Arguments.Count == 1 ? attribute.WithArgumentList(null) : attribute.WithArgumentList(list.WithArguments(list.Arguments.RemoveAt(index)));
    }
}
