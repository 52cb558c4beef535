using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Expressions that run no code of anybody: it cannot be seen whether they are evaluated a little earlier or later.</summary>
internal static class Quiet
{
    /// <summary>Whether an expression is made of constants, variables, fields and automatic properties.</summary>
    public static bool Is(ExpressionSyntax expression, SemanticModel model)
    {
        if (model.GetConstantValue(expression).HasValue)
            return true;

        switch (expression)
        {
            case LiteralExpressionSyntax or ThisExpressionSyntax or PredefinedTypeSyntax or DefaultExpressionSyntax:
                return true;
            case IdentifierNameSyntax:
                return IsQuiet(model.GetSymbolInfo(expression).Symbol);
            case MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access:
                return IsQuiet(model.GetSymbolInfo(access).Symbol) && Is(access.Expression, model);
            case ParenthesizedExpressionSyntax parenthesized:
                return Is(parenthesized.Expression, model);
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } element:
                return model.GetTypeInfo(element.Expression).Type is IArrayTypeSymbol && model.GetTypeInfo(index).Type?.SpecialType == SpecialType.System_Int32 && Is(element.Expression, model) && Is(index, model);
            case ConditionalExpressionSyntax conditional:
                return Is(conditional.Condition, model) && Is(conditional.WhenTrue, model) && Is(conditional.WhenFalse, model);
            case BinaryExpressionSyntax binary:
                return IsBuiltIn(binary, model) && Is(binary.Left, model) && Is(binary.Right, model);
            case InterpolatedStringExpressionSyntax interpolated:
                return interpolated.Contents.All(part => part is not InterpolationSyntax hole || (Is(hole.Expression, model) && IsValue(model.GetTypeInfo(hole.Expression).Type)));
            default:
                return false;
        }
    }

    /// <summary>Whether a type's values never change and are written without code of the user.</summary>
    public static bool IsValue(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] })
            type = underlying;

        return type switch
        {
            null => false,
            { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_String or SpecialType.System_DateTime } or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double } => true,
            { IsValueType: true, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, TypeKind: TypeKind.Struct, IsRefLikeType: false } => !((INamedTypeSymbol)type).IsGenericType,
            _ => false,
        };
    }

    private static bool IsQuiet(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol { IsRef: false } or IParameterSymbol or ITypeSymbol or INamespaceSymbol or IFieldSymbol { IsVolatile: false } => true,
        IPropertySymbol { IsIndexer: false, IsAbstract: false, IsVirtual: false, IsOverride: false } property => IsAutomatic(property)
            || property.ContainingType.SpecialType == SpecialType.System_String
            || property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || property.ContainingType is { Name: "CultureInfo" },
        _ => false,
    };

    /// <summary>Whether the compiler wrote the accessors.</summary>
    private static bool IsAutomatic(IPropertySymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property))
                return property.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is not PropertyDeclarationSyntax { ExpressionBody: not null };
        }

        return false;
    }

    private static bool IsBuiltIn(BinaryExpressionSyntax binary, SemanticModel model) =>
        !binary.IsKind(SyntaxKind.DivideExpression) && !binary.IsKind(SyntaxKind.ModuloExpression)
        && IsValue(model.GetTypeInfo(binary.Left).Type) && IsValue(model.GetTypeInfo(binary.Right).Type)
        && model.GetSymbolInfo(binary).Symbol is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator };
}
