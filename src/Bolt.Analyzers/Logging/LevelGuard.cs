using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>Tells whether a log call is only reached when its level is on.</summary>
internal static class LevelGuard
{
    /// <summary>Whether a condition around the call, or one before it that leaves, has asked for the level.</summary>
    public static bool Covers(LogCall call)
    {
        IOperation inner = call.Invocation;
        for (var outer = inner.Parent; outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case IConditionalOperation conditional when conditional.WhenTrue == inner && Implies(conditional.Condition, true, call.Level):
                case IConditionalOperation otherwise when otherwise.WhenFalse == inner && Implies(otherwise.Condition, false, call.Level):
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when both.RightOperand == inner && Implies(both.LeftOperand, true, call.Level):
                case IBlockOperation block when HasLeft(block.Operations, inner, call.Level):
                case ISwitchCaseOperation section when HasLeft(section.Body, inner, call.Level):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether an earlier statement has left the list unless the level is on.</summary>
    private static bool HasLeft(ImmutableArray<IOperation> statements, IOperation statement, int? level)
    {
        foreach (var earlier in statements)
        {
            if (earlier == statement)
                return false;
            if (earlier is IConditionalOperation { WhenFalse: null } conditional && Leaves(conditional.WhenTrue) && Implies(conditional.Condition, false, level))
                return true;
        }

        return false;
    }

    private static bool Leaves(IOperation operation) => operation switch
    {
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        IReturnOperation or IBranchOperation or IThrowOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    /// <summary>Whether the level is on where the condition has this value.</summary>
    private static bool Implies(IOperation condition, bool value, int? level)
    {
        switch (condition)
        {
            case IConversionOperation conversion:
                return Implies(conversion.Operand, value, level);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Implies(not.Operand, !value, level);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both:
                return value
                    ? Implies(both.LeftOperand, value, level) || Implies(both.RightOperand, value, level)
                    : Implies(both.LeftOperand, value, level) && Implies(both.RightOperand, value, level);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either:
                return value
                    ? Implies(either.LeftOperand, value, level) && Implies(either.RightOperand, value, level)
                    : Implies(either.LeftOperand, value, level) || Implies(either.RightOperand, value, level);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand: { } right } comparison:
                return LogCall.WithoutConversions(right).ConstantValue is { HasValue: true, Value: bool expected }
                    && (comparison.OperatorKind == BinaryOperatorKind.Equals) == value && expected && Implies(comparison.LeftOperand, true, level);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool pattern } } } match:
                return value && Implies(match.Value, pattern, level);
            case ICoalesceOperation { WhenNull.ConstantValue: { HasValue: true, Value: false } } coalesce:
                return value && Implies(coalesce.Value, true, level);
            case IConditionalAccessOperation access:
                return value && Implies(access.WhenNotNull, true, level);
            case ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Boolean } local } reference:
                return InitialValue(local, reference) is { } initial && Implies(initial, value, level);
            case IInvocationOperation { TargetMethod.ReturnType.SpecialType: SpecialType.System_Boolean } call:
                return value && IsQuestion(call.TargetMethod.Name) && Covers(call, level);
            case IPropertyReferenceOperation property:
                return value && IsQuestion(property.Property.Name);
            case IFieldReferenceOperation field:
                return value && IsQuestion(field.Field.Name.TrimStart('_'));
            default:
                return false;
        }
    }

    /// <summary>Of wrappers too: <c>IsDebugEnabled</c>. Which level they ask for is taken on trust.</summary>
    private static bool IsQuestion(string name) =>
        name.EndsWith("Enabled", StringComparison.Ordinal) && name.StartsWith("is", StringComparison.OrdinalIgnoreCase);

    /// <summary>A level that is on has those above it on too.</summary>
    private static bool Covers(IInvocationOperation question, int? level)
    {
        foreach (var argument in question.Arguments)
        {
            if (level is not null && argument.Value is { Type.TypeKind: TypeKind.Enum, ConstantValue: { HasValue: true, Value: int asked } } && asked > level)
                return false;
        }

        return true;
    }

    private static IOperation? InitialValue(ILocalSymbol local, IOperation reference)
    {
        if (local.DeclaringSyntaxReferences is not [var declaration] || reference.SemanticModel is not { } model || declaration.SyntaxTree != model.SyntaxTree)
            return null;

        return model.GetOperation(declaration.GetSyntax()) is IVariableDeclaratorOperation declarator
            ? declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value
            : null;
    }
}
