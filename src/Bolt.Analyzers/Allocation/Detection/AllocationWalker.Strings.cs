using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <content>Strings: BOLT1101 to BOLT1105.</content>
internal sealed partial class AllocationWalker
{
    /// <summary>As many parts <c>string.Concat</c> takes without an array.</summary>
    private const int MostConcatenatedParts = 4;

    public override void VisitInterpolatedString(IInterpolatedStringOperation operation)
    {
        // What a handler takes is appended piece by piece; the pieces are visited.
        if (operation.Parent is not IInterpolatedStringHandlerCreationOperation and not IInterpolatedStringAdditionOperation)
            CheckInterpolation(operation);
        DefaultVisit(operation);
    }

    public override void VisitImplicitIndexerReference(IImplicitIndexerReferenceOperation operation)
    {
        if (operation.IndexerSymbol is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String })
        {
            Report(AllocationRules.StringCopy, operation.Syntax, "A range of a string", "slice AsSpan() instead");
        }
        else
        {
            Call((operation.LengthSymbol as IPropertySymbol)?.GetMethod, operation.Syntax, operation.Instance.Type, IsOverridable(operation.LengthSymbol));
            CallAccessors(operation.IndexerSymbol, operation, operation.Instance.Type);
        }

        DefaultVisit(operation);
    }

    private void CheckInterpolation(IInterpolatedStringOperation operation)
    {
        if (operation.Parent is IConversionOperation { Type: { } target } && (Is(target, context.FormattableString) || Is(target, context.IFormattable)))
        {
            Report(AllocationRules.StringInterpolation, operation.Syntax, Name(target), "pass the values themselves, or take an interpolated-string handler");
            return;
        }

        if (IsConcatenated(operation))
        {
            if (IsPartOfConcatenation(operation) || CountParts(operation) < 2)
                return;

            Report(AllocationRules.StringConcatenation, operation.Syntax, CountParts(operation), "append the parts to a buffer");
            return;
        }

        if (!IsPartOfInterpolation(operation))
            Report(AllocationRules.StringInterpolation, operation.Syntax, "string", "append to a buffer, or use a log template with arguments");
    }

    /// <summary>Whether every hole is a plain string, and the parts are few: the compiler joins them as in a concatenation.</summary>
    private bool IsConcatenated(IInterpolatedStringOperation operation)
    {
        // An array of the parts would cost more than a handler does.
        if (context.StringHandler is not null && PartsOf(SumAround(operation)) > MostConcatenatedParts)
            return false;

        foreach (var part in operation.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation:
                    break;
                case IInterpolationOperation { Alignment: null, FormatString: null, Expression: { } hole } when IsPlainString(hole):
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>The sum of interpolated strings that the compiler takes for one; else the interpolated string itself.</summary>
    private static IOperation SumAround(IInterpolatedStringOperation operation)
    {
        IOperation top = operation;
        while (top.Parent is IBinaryOperation parent && IsConcatenation(parent))
            top = parent;

        return IsSumOfInterpolations(top) ? top : operation;
    }

    private static int PartsOf(IOperation operation) => operation switch
    {
        IInterpolatedStringOperation interpolation => interpolation.Parts.Length,
        IBinaryOperation binary => PartsOf(binary.LeftOperand) + PartsOf(binary.RightOperand),
        _ => 0,
    };

    private static bool IsPlainString(IOperation hole) => hole.Type?.SpecialType == SpecialType.System_String || hole.ConstantValue is { HasValue: true, Value: string };

    private int CountParts(IInterpolatedStringOperation operation)
    {
        var count = 0;
        var endsInConstant = false;
        CountParts(operation, ref count, ref endsInConstant);
        return count;
    }

    private void CountParts(IInterpolatedStringOperation operation, ref int count, ref bool endsInConstant)
    {
        foreach (var part in operation.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation text:
                    CountConstant(text.Text.ConstantValue.Value as string, ref count, ref endsInConstant);
                    break;
                case IInterpolationOperation { Expression: { } hole }:
                    CountParts(hole, ref count, ref endsInConstant);
                    break;
            }
        }
    }

    private void CountParts(IOperation operand, ref int count, ref bool endsInConstant)
    {
        operand = WithoutImplicitConversions(operand);
        if (operand.ConstantValue is { HasValue: true, Value: var value })
            CountConstant(value?.ToString(), ref count, ref endsInConstant);
        else if (operand is IBinaryOperation binary && IsConcatenation(binary))
            _ = CountBoth(binary, ref count, ref endsInConstant);
        else if (operand is IInterpolatedStringOperation interpolation && IsConcatenated(interpolation))
            CountParts(interpolation, ref count, ref endsInConstant);
        else
            (count, endsInConstant) = (count + 1, false);
    }

    private int CountBoth(IBinaryOperation binary, ref int count, ref bool endsInConstant)
    {
        CountParts(binary.LeftOperand, ref count, ref endsInConstant);
        CountParts(binary.RightOperand, ref count, ref endsInConstant);
        return count;
    }

    /// <summary>Null and empty vanish, and neighbouring constants are one.</summary>
    private static void CountConstant(string? text, ref int count, ref bool endsInConstant)
    {
        if (string.IsNullOrEmpty(text) || endsInConstant)
            return;

        count++;
        endsInConstant = true;
    }

    private static bool IsConcatenation(IBinaryOperation operation) =>
        operation is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, OperatorMethod: null };

    private bool IsPartOfConcatenation(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation { IsImplicit: true, OperatorMethod: null })
            parent = parent.Parent;

        return parent switch
        {
            IBinaryOperation binary => IsConcatenation(binary),
            IInterpolationOperation { Alignment: null, FormatString: null, Parent: IInterpolatedStringOperation outer } => IsConcatenated(outer) && outer.Parent is not IConversionOperation,
            _ => false,
        };
    }

    /// <summary>Whether the compiler formats a sum of interpolated strings in one go.</summary>
    private static bool IsPartOfInterpolation(IInterpolatedStringOperation operation) => SumAround(operation) is IBinaryOperation;

    private static bool IsSumOfInterpolations(IOperation operation) => operation switch
    {
        IInterpolatedStringOperation => true,
        IBinaryOperation binary when IsConcatenation(binary) => IsSumOfInterpolations(binary.LeftOperand) && IsSumOfInterpolations(binary.RightOperand),
        _ => false,
    };

    private bool HasOnlyStrings(IOperation operation) => operation switch
    {
        IInterpolatedStringOperation interpolation => IsConcatenated(interpolation),
        IBinaryOperation binary => HasOnlyStrings(binary.LeftOperand) && HasOnlyStrings(binary.RightOperand),
        _ => false,
    };

    private void CheckConcatenation(IBinaryOperation operation)
    {
        if (IsPartOfConcatenation(operation))
            return;

        if (IsSumOfInterpolations(operation) && !HasOnlyStrings(operation))
        {
            Report(AllocationRules.StringInterpolation, operation.Syntax, "string", "append to a buffer, or use a log template with arguments");
            return;
        }

        var (count, endsInConstant) = (0, false);
        if (CountBoth(operation, ref count, ref endsInConstant) > 1)
            Report(AllocationRules.StringConcatenation, operation.Syntax, count, "append the parts to a buffer");
    }

    /// <summary>A concatenation calls ToString on a value, which boxes it where the type inherits that.</summary>
    private void CheckConcatenated(IConversionOperation operand)
    {
        if (operand is { IsImplicit: true, Parent: IBinaryOperation binary, Operand.Type: { IsValueType: true, TypeKind: TypeKind.Struct or TypeKind.Enum } type }
            && IsConcatenation(binary)
            && InheritsToString(type))
        {
            ReportReceiver(operand.Operand.Syntax, type, "ToString");
        }
    }

    private static bool InheritsToString(ITypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type is INamedTypeSymbol { IsTupleType: true })
            return false;

        foreach (var member in type.GetMembers("ToString"))
        {
            if (member is IMethodSymbol { Parameters.IsEmpty: true, IsOverride: true })
                return false;
        }

        return true;
    }

    private void CheckConcatenation(ICompoundAssignmentOperation operation)
    {
        var (count, endsInConstant) = (1, false);
        CountParts(operation.Value, ref count, ref endsInConstant);
        if (count > 1)
            Report(AllocationRules.StringConcatenation, operation.Syntax, count, "append the parts to a buffer");
    }

    /// <summary>Whether a call is one of the string methods that these rules know; reports it if so.</summary>
    private bool CheckStringCall(IInvocationOperation operation)
    {
        var method = operation.TargetMethod;
        if (method.ContainingType.SpecialType == SpecialType.System_String)
        {
            switch (method.Name)
            {
                case "Format" or "Join" when method.IsStatic:
                    Report(AllocationRules.StringFormatting, operation.Syntax, "string." + method.Name, "formats a new string", method.Name == "Format" ? "interpolate into a handler or a span" : "append the parts to a buffer");
                    return true;
                case "Concat" when method.IsStatic:
                    Report(AllocationRules.StringConcatenation, operation.Syntax, "the", "append the parts to a buffer");
                    return true;
                case "Create" when method.IsStatic:
                    if (TakesHandler(method))
                        Report(AllocationRules.StringInterpolation, operation.Syntax, "string", "write to a span with TryWrite");
                    else
                        Report(AllocationRules.StringCopy, operation.Syntax, "string.Create", "write to a buffer of your own");
                    return true;
                case "Substring" or "Split" or "Trim" or "TrimStart" or "TrimEnd":
                    Report(AllocationRules.StringCopy, operation.Syntax, "string." + method.Name, "use AsSpan() and its " + (method.Name == "Substring" ? "Slice" : method.Name));
                    return true;
                case "ToUpper" or "ToUpperInvariant" or "ToLower" or "ToLowerInvariant":
                    Report(AllocationRules.StringCopy, operation.Syntax, "string." + method.Name, "compare with StringComparison.OrdinalIgnoreCase");
                    return true;
                case "Replace" or "PadLeft" or "PadRight" or "Insert" or "Remove" or "Normalize" or "ToCharArray" or "Copy":
                    Report(AllocationRules.StringCopy, operation.Syntax, "string." + method.Name, "write to a buffer of your own");
                    return true;
                case "ToString":
                    return true;
            }

            return false;
        }

        if (method.Name == "ToStringAndClear" && Is(method.ContainingType, context.StringHandler))
        {
            Report(AllocationRules.StringInterpolation, operation.Syntax, "string", "take the handler's text as a span");
            return true;
        }

        // It writes into the builder: only what it takes as objects is allocated, and has a diagnostic of its own each.
        if (method.Name == "AppendFormat" && Is(method.ContainingType, context.StringBuilder))
        {
            if (TakesNewObjects(operation))
                Report(AllocationRules.StringFormatting, operation.Syntax, "StringBuilder.AppendFormat", "takes values as objects", "use Append with an interpolated string");
            return true;
        }

        return method.Name == "ToString" && CheckToString(operation, method);
    }

    private bool TakesNewObjects(IInvocationOperation operation)
    {
        foreach (var argument in operation.Arguments)
        {
            if (argument.Value is IArrayCreationOperation { IsImplicit: true } || (argument.Value is IConversionOperation value && Boxes(value)))
                return true;

            if (argument.Value is ICollectionExpressionOperation { Elements: var elements })
            {
                foreach (var element in elements)
                {
                    if (element is IConversionOperation boxed && Boxes(boxed))
                        return true;
                }
            }
        }

        return false;
    }

    private bool TakesHandler(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (Is(parameter.Type, context.StringHandler))
                return true;
        }

        return false;
    }

    /// <summary>Whether the target of a <c>ToString()</c> would take the value itself.</summary>
    private bool CheckToString(IInvocationOperation operation, IMethodSymbol method)
    {
        if (method.IsStatic || !method.Parameters.IsEmpty || operation.Instance?.Type is not { } type || type.SpecialType == SpecialType.System_String)
            return false;

        switch (operation.Parent)
        {
            case IInterpolationOperation:
                Report(AllocationRules.ToStringCall, operation.Syntax, Name(type), "interpolate the value itself");
                return true;
            case IArgumentOperation { Parameter: { Type.SpecialType: SpecialType.System_String } parameter, Parent: IInvocationOperation call }
                when IsWriter(call.TargetMethod.ContainingType) && HasOverload(call.TargetMethod, parameter.Ordinal, type):
                Report(AllocationRules.ToStringCall, operation.Syntax, Name(type), "pass the value itself: '" + call.TargetMethod.Name + "' takes it");
                return true;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "AppendFormatted", Parent: IInterpolatedStringAppendOperation } }:
                Report(AllocationRules.ToStringCall, operation.Syntax, Name(type), "interpolate the value itself");
                return true;
            default:
                return false;
        }
    }

    private bool IsWriter(INamedTypeSymbol type) =>
        Is(type, context.StringBuilder) || Is(type, context.Console) || Is(type, context.TextWriter) || Is(type.BaseType, context.TextWriter);

    private static bool HasOverload(IMethodSymbol method, int ordinal, ITypeSymbol type)
    {
        for (var declaring = method.ContainingType; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers(method.Name))
            {
                if (member is IMethodSymbol other && other.Parameters.Length == method.Parameters.Length
                    && SymbolEqualityComparer.Default.Equals(other.Parameters[ordinal].Type, type))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
