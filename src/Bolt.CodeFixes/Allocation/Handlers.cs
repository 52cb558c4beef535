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

    /// <summary>Whether a handler writes a value as its <c>ToString()</c> does: a format without arguments means the same in the framework's types.</summary>
    public static bool IsWrittenAsToString(ITypeSymbol type, bool hasProvider)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] })
            type = underlying;

        if (type.TypeKind is TypeKind.TypeParameter or TypeKind.Interface or TypeKind.Dynamic or TypeKind.Error || type.SpecialType == SpecialType.System_Object)
            return false;

        if (IsWithoutCulture(type))
            return true;

        var isFormattable = type.AllInterfaces.Any(static contract => contract is { Name: "IFormattable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });
        return isFormattable
            ? !hasProvider && Root(type) == "System"
            : type.IsValueType || type.IsSealed;
    }

    /// <summary>Whether every culture writes a type's values in the same way.</summary>
    public static bool IsWithoutCulture(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char
        || type.ToDisplayString() is "System.Guid" or "System.Version" or "System.ReadOnlySpan<char>" or "System.ReadOnlyMemory<char>";

    private static string Root(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;

        return space?.Name ?? "";
    }
}
