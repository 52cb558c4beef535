using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>Reads an event id that is known at compile time.</summary>
internal static class EventIdValue
{
    /// <summary>Whether the event id is known; its parts.</summary>
    public static bool TryRead(IOperation operation, CancellationToken cancellationToken, out int id, out string? name)
    {
        (id, name) = (0, null);
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: not null, Operand.ConstantValue: { HasValue: true, Value: int number } }:
                id = number;
                return true;
            case IConversionOperation { OperatorMethod: null } conversion:
                return TryRead(conversion.Operand, cancellationToken, out id, out name);
            case IDefaultValueOperation:
                return true;
            case IObjectCreationOperation { Initializer: null } creation:
                return TryRead(creation, out id, out name);
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field }:
                return TryRead(field, cancellationToken, out id, out name);
            default:
                return false;
        }
    }

    private static bool TryRead(IObjectCreationOperation creation, out int id, out string? name)
    {
        (id, name) = (0, null);
        foreach (var argument in creation.Arguments)
        {
            switch (argument.Value.ConstantValue)
            {
                case { HasValue: true, Value: int number }: id = number; break;
                case { HasValue: true, Value: string text }: name = text; break;
                case { HasValue: true, Value: null }: break;
                default: return false;
            }
        }

        return true;
    }

    // The initializer may be in another file, whose meaning an analyzer does not ask for: literals say enough.
    private static bool TryRead(IFieldSymbol field, CancellationToken cancellationToken, out int id, out string? name)
    {
        (id, name) = (0, null);
        if (field.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value })
        {
            return false;
        }

        if (value is not BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: var arguments })
            return IsNumber(value, out id);

        foreach (var argument in arguments)
        {
            switch (argument.Expression)
            {
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text:
                    name = text.Token.ValueText;
                    break;
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] }:
                    name = named is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : named.ToString();
                    break;
                case var number when IsNumber(number, out var parsed):
                    id = parsed;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static bool IsNumber(ExpressionSyntax expression, out int number)
    {
        number = 0;
        if (expression is not LiteralExpressionSyntax { Token.Value: int value })
            return false;

        number = value;
        return true;
    }
}
