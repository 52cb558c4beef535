using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Usage;

/// <summary>Changes the parameters of a log method and the attributes on them.</summary>
internal static class ParameterEdits
{
    /// <summary>A parameter of the given type and name; the name is escaped if it is a keyword.</summary>
    public static ParameterSyntax Create(SyntaxNode type, string name) =>
        SyntaxFactory.Parameter(Identifier(name)).WithType(((TypeSyntax)type).WithTrailingTrivia(SyntaxFactory.Space));

    /// <summary>A name that no parameter has: <paramref name="wanted"/>, else that with a number.</summary>
    public static string FreeName(MethodDeclarationSyntax method, string wanted)
    {
        var taken = new HashSet<string>(method.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText), StringComparer.Ordinal);
        var name = wanted;
        for (var number = 2; taken.Contains(name); number++)
            name = wanted + number;

        return name;
    }

    /// <summary>The first place for the logger or the level: the front, but behind the receiver of an extension method.</summary>
    public static int FirstIndex(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true ? 1 : 0;

    /// <summary>The last place where a parameter without a default may stand.</summary>
    public static int LastIndex(MethodDeclarationSyntax method)
    {
        var parameters = method.ParameterList.Parameters;
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Default is not null || parameters[i].Modifiers.Any(SyntaxKind.ParamsKeyword))
                return i;
        }

        return parameters.Count;
    }

    /// <summary>Inserts a parameter, laid out like its neighbour.</summary>
    public static MethodDeclarationSyntax Insert(MethodDeclarationSyntax method, int index, ParameterSyntax parameter)
    {
        var list = method.ParameterList;
        var parameters = list.Parameters.ToList();
        var commas = list.Parameters.GetSeparators().ToList();
        if (parameters.Count > 0)
        {
            var neighbour = parameters[Math.Min(index, parameters.Count - 1)];
            parameter = parameter.WithLeadingTrivia(neighbour.GetLeadingTrivia());
            if (index == parameters.Count)
            {
                parameter = parameter.WithTrailingTrivia(neighbour.GetTrailingTrivia());
                parameters[index - 1] = neighbour.WithoutTrailingTrivia();
            }

            commas.Insert(Math.Min(index, commas.Count), CommaLike(commas));
        }

        parameters.Insert(index, parameter);
        return method.WithParameterList(list.WithParameters(SyntaxFactory.SeparatedList(parameters, commas)));
    }

    /// <summary>Puts <c>[name]</c>, or <c>[name("argument")]</c>, before a parameter.</summary>
    public static ParameterSyntax AddAttribute(ParameterSyntax parameter, string fullName, string? argument = null)
    {
        var name = SyntaxFactory.ParseName("global::" + fullName.Substring(0, fullName.Length - nameof(Attribute).Length));
        var attribute = SyntaxFactory.Attribute(name.WithAdditionalAnnotations(Simplifier.Annotation));
        if (argument is not null)
            attribute = WithArgument(attribute, argument);

        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(parameter.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.Space);
        var rest = parameter.WithoutLeadingTrivia();
        return rest.WithAttributeLists(rest.AttributeLists.Insert(0, list));
    }

    /// <summary>The attribute with a string as its only argument.</summary>
    public static AttributeSyntax WithArgument(AttributeSyntax attribute, string argument)
    {
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(argument));
        return attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList(
            SyntaxFactory.SingletonSeparatedList(SyntaxFactory.AttributeArgument(literal))));
    }

    private static SyntaxToken Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
            ? SyntaxFactory.Identifier(name)
            : SyntaxFactory.VerbatimIdentifier(default, name, name, default);

    private static SyntaxToken CommaLike(List<SyntaxToken> commas)
    {
        var lineEnd = commas.Count == 0 ? default : commas[0].TrailingTrivia.FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(lineEnd == default ? SyntaxFactory.Space : lineEnd);
    }
}
