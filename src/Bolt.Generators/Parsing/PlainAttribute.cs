using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Generators.Parsing;

/// <summary>
/// A <c>[LogEvent(LogLevel.Information, "…", EventId = 1)]</c> that is written with literals only: what it says can be read from the
/// syntax. All that the compiler must be asked is what <c>LogEvent</c> and <c>LogLevel</c> mean, and that is the same for all methods of
/// one declaration of a type.
/// </summary>
internal sealed class PlainAttribute
{
    private const int NoLevel = -1;

    public int Level { get; private set; } = NoLevel;

    public string? Template { get; private set; }

    public int? EventId { get; private set; }

    public string? EventName { get; private set; }

    public bool SkipEnabledCheck { get; private set; }

    public int SampleEvery { get; private set; }

    /// <summary>The attribute of a method; null where it is not plain, has others beside it, or the method's own type parameters could change what it means.</summary>
    public static PlainAttribute? Of(MethodDeclarationSyntax method)
    {
        if (method is not { AttributeLists: [{ Target: null, Attributes: [{ Name: IdentifierNameSyntax { Identifier.ValueText: "LogEvent" }, ArgumentList: { } arguments }] }], TypeParameterList: null }) return null;
        var found = new PlainAttribute();
        return found.Read(arguments.Arguments) ? found : null;
    }

    /// <summary>The first method of a type's declaration that has a plain attribute: it stands for all of them.</summary>
    public static MethodDeclarationSyntax? First(TypeDeclarationSyntax type)
    {
        foreach (MemberDeclarationSyntax member in type.Members)
        {
            if (member is MethodDeclarationSyntax method && Of(method) is not null) return method;
        }

        return null;
    }

    /// <summary>Whether the names mean for the compiler what they say, by the attribute of one of the methods.</summary>
    public static bool IsMeant(MethodDeclarationSyntax method, AttributeData attribute, SemanticModel model, CancellationToken ct) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Enum }, ..]
        && method.AttributeLists[0].Attributes[0].ArgumentList!.Arguments[0].Expression is MemberAccessExpressionSyntax level
        && model.GetSymbolInfo(level.Expression, ct).Symbol is INamedTypeSymbol type
        && WellKnown.IsLogLevel(type);

    private bool Read(SeparatedSyntaxList<AttributeArgumentSyntax> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            AttributeArgumentSyntax argument = arguments[i];
            bool isRead = argument.NameColon is null && (argument.NameEquals?.Name.Identifier.ValueText is { } name
                ? ReadNamed(name, argument.Expression)
                : ReadPositional(i, argument.Expression));
            if (!isRead) return false;
        }

        // Without a level there is nothing by which to see what LogLevel means.
        return Level != NoLevel;
    }

    private bool ReadPositional(int index, ExpressionSyntax expression)
    {
        switch (index)
        {
            case 0 when expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "LogLevel" }, Name: IdentifierNameSyntax name }:
                Level = LevelOf(name.Identifier.ValueText);
                return Level != NoLevel;
            case 1 when Literal(expression, SyntaxKind.StringLiteralExpression) is string template:
                Template = template;
                return true;
            default: return false;
        }
    }

    private bool ReadNamed(string name, ExpressionSyntax expression)
    {
        switch (name)
        {
            case "EventId" when EventId is null && Literal(expression, SyntaxKind.NumericLiteralExpression) is int id:
                EventId = id;
                return true;
            case "EventName" when EventName is null && Literal(expression, SyntaxKind.StringLiteralExpression) is string text:
                EventName = text;
                return true;
            case "SkipEnabledCheck" when !SkipEnabledCheck && expression.IsKind(SyntaxKind.TrueLiteralExpression):
                SkipEnabledCheck = true;
                return true;
            case "SampleEvery" when SampleEvery == 0 && Literal(expression, SyntaxKind.NumericLiteralExpression) is int every:
                SampleEvery = every;
                return true;
            default: return false;
        }
    }

    private static object? Literal(ExpressionSyntax expression, SyntaxKind kind) =>
        expression is LiteralExpressionSyntax literal && literal.IsKind(kind) ? literal.Token.Value : null;

    private static int LevelOf(string name) => name switch
    {
        "Trace" => 0,
        "Debug" => 1,
        "Information" => 2,
        "Warning" => 3,
        "Error" => 4,
        "Critical" => 5,
        _ => NoLevel,
    };
}
