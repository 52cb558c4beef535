using System.Globalization;
using System.Text;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Analyzers.Logging;

/// <summary>A log call as Bolt's interpolated call, which writes the same fields and message: <c>logger.Info($"User {id:@Id} logged in")</c>.</summary>
public sealed class AdHocCall
{
    private const string Extensions = "Bolt.AdHocLoggerExtensions";

    private static readonly string[] s_methods = ["Trace", "Debug", "Info", "Warn", "Error", "Critical"];

    private AdHocCall(ExpressionSyntax node, string logger, string method, string arguments)
    {
        Node = node;
        Logger = logger;
        Method = method;
        Arguments = arguments;
    }

    /// <summary>The expression to replace.</summary>
    public ExpressionSyntax Node { get; }

    /// <summary>The logger, as C#.</summary>
    public string Logger { get; }

    /// <summary>The method's name.</summary>
    public string Method { get; }

    /// <summary>The arguments behind the logger, as C#.</summary>
    public string Arguments { get; }

    /// <summary>The call, as an extension where that means Bolt's method.</summary>
    public string Text(bool asExtension)
    {
        if (!asExtension)
            return "global::" + Extensions + "." + Method + "(" + Logger + ", " + Arguments + ")";

        var logger = SyntaxFactory.ParseExpression(Logger) is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or ParenthesizedExpressionSyntax or ThisExpressionSyntax
            ? Logger
            : "(" + Logger + ")";
        return logger + "." + Method + "(" + Arguments + ")";
    }

    /// <summary>Rewrites a call; null where that would lose something: an event id, fields of an object, a level of the moment, what a value does besides.</summary>
    public static AdHocCall? TryCreate(ConvertibleCall call, SemanticModel model)
    {
        if (call is not { LevelValue: null, Level: { } level, EventId: 0, EventName: null } || model.Compilation.GetTypeByMetadataName(Extensions) is null)
            return null;

        var text = new StringBuilder();
        if (call.Exception is { } exception)
            text.Append(exception.WithoutTrivia()).Append(", ");

        text.Append("$\"");
        var policy = FieldKeys.Policy(model.Compilation.Assembly);
        foreach (var segment in TemplateParser.Parse(call.Template).Segments)
        {
            if (!segment.IsHole)
                text.Append(Escaped(segment.Text).Replace("{", "{{").Replace("}", "}}"));
            else if (!AppendHole(text, segment, call, policy))
                return null;
        }

        return new AdHocCall(call.Node, call.LoggerText, s_methods[level], text.Append('"').ToString());
    }

    private static bool AppendHole(StringBuilder text, TemplateSegment hole, ConvertibleCall call, int policy)
    {
        var value = call.Values.FirstOrDefault(value => string.Equals(value.Parameter, hole.Text, StringComparison.OrdinalIgnoreCase));
        if (value is null || value.Form == ValueForm.Fields || !CanWait(value.Expression))
            return false;

        var key = value.Key ?? FieldKeys.Apply(policy, hole.Text);
        if (key.IndexOfAny(['{', '}', ':', '"', '\\']) >= 0 || hole.Format?.IndexOfAny(['{', '}']) >= 0)
            return false;

        // A value that no log method takes is written by its run-time type, as before; but Serilog's {$X} asks for the text, and so does the
        // message of an exception, which the other fix writes too.
        var isText = value.Form == ValueForm.Text && (call.Call.Kind == LogCallKind.Serilog || WellKnown.IsException(value.Type));
        var expression = isText ? TextOf(value) : value.Expression.WithoutTrivia().ToString();
        var isNamed = !isText && NameOf(value.Expression) == key;
        text.Append('{').Append(NeedsParentheses(expression, value.Expression) ? "(" + expression + ")" : expression);
        if (hole.Alignment != 0)
            text.Append(',').Append(hole.Alignment.ToString(CultureInfo.InvariantCulture));
        if (!isNamed)
            text.Append(":@").Append(key);
        if (hole.Format is { } format)
            text.Append(':').Append(Escaped(format));

        text.Append('}');
        return true;
    }

    /// <summary>Whether it does not matter that the value is not evaluated where the level is off. The handler is a ref struct, so nothing is awaited in it.</summary>
    private static bool CanWait(ExpressionSyntax expression) => !expression.DescendantNodesAndSelf().Any(static node =>
        node is AwaitExpressionSyntax or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
            or DeclarationExpressionSyntax or DeclarationPatternSyntax or ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword or (int)SyntaxKind.RefKeyword });

    /// <summary>The name that the field gets from the expression alone.</summary>
    private static string? NameOf(ExpressionSyntax expression)
    {
        if (expression is IdentifierNameSyntax name)
            return name.Identifier.ValueText;

        var named = HoleName.Of(expression);
        return named == "Value" ? null : named;
    }

    // What stands behind a colon or a comma would be taken for a format or an alignment.
    private static bool NeedsParentheses(string expression, ExpressionSyntax syntax) =>
        syntax is not (ParenthesizedExpressionSyntax or LiteralExpressionSyntax) && (expression.IndexOf(':') >= 0 || syntax is LambdaExpressionSyntax);

    /// <summary>As <see cref="ValueForm.Text"/> asks.</summary>
    private static string TextOf(ConvertibleValue value)
    {
        var expression = value.Expression.WithoutTrivia();
        var canBeNull = !value.Type.IsValueType || value.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var isPrimary = expression is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or ParenthesizedExpressionSyntax or TupleExpressionSyntax or ThisExpressionSyntax;
        return (isPrimary ? expression.ToString() : "(" + expression + ")") + (canBeNull ? "?.ToString()" : ".ToString()");
    }

    private static string Escaped(string text)
    {
        var literal = SymbolDisplay.FormatLiteral(text, quote: true);
        return literal.Substring(1, literal.Length - 2);
    }
}
