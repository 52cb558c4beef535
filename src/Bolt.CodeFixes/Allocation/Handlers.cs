using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.CodeFixes.Allocation;

/// <summary>The framework's interpolated-string handlers, which write a hole as its text: others may log a field by its type.</summary>
internal static class Handlers
{
    private static readonly string[] s_plain =
    [
        "string",
        "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler",
        "System.Text.StringBuilder.AppendInterpolatedStringHandler",
        "System.MemoryExtensions.TryWriteInterpolatedStringHandler",
    ];

    /// <summary>Whether what is written into an interpolated string is only its text, and by which culture.</summary>
    /// <param name="hole">A hole of it.</param>
    /// <param name="model">The meaning of the document.</param>
    /// <param name="hasProvider">Whether a format provider is passed, which may be of another culture than the current one.</param>
    public static bool WriteText(InterpolationSyntax hole, SemanticModel model, out bool hasProvider)
    {
        hasProvider = false;
        var top = Expressions.WithParentheses((ExpressionSyntax)hole.Parent!);
        while (top.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
            top = Expressions.WithParentheses(sum);

        if (model.GetTypeInfo(top).ConvertedType is not { } type)
            return false;

        for (var operation = model.GetOperation(hole.Parent!); operation is not null; operation = operation.Parent)
        {
            if (operation is IInterpolatedStringHandlerCreationOperation { HandlerCreation: IObjectCreationOperation creation })
            {
                foreach (var argument in creation.Arguments)
                    hasProvider |= argument.Parameter?.Type is { Name: "IFormatProvider" };
                type = creation.Type ?? type;
                break;
            }

            if (operation.Type is { Name: "FormattableString" or "IFormattable" })
                return false;

            if (operation is IArgumentOperation)
                break;
        }

        return type is { SpecialType: SpecialType.System_Object } || Array.IndexOf(s_plain, type.ToDisplayString()) >= 0;
    }
}
