using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <content>Arrays, collection expressions and params: BOLT1002, BOLT1004, BOLT1401.</content>
internal sealed partial class AllocationWalker
{
    public override void VisitArrayCreation(IArrayCreationOperation operation)
    {
        if (!IsData(operation) && operation.Type is { } type)
        {
            var cure = operation.Initializer is null
                ? "rent it from ArrayPool, or use stackalloc for a small one"
                : "keep it in a static field, or use a span";
            Report(AllocationRules.ArrayCreation, operation.Syntax, Name(type), cure);
        }

        DefaultVisit(operation);
    }

    public override void VisitArrayElementReference(IArrayElementReferenceOperation operation)
    {
        if (operation.Type is IArrayTypeSymbol type && operation.Indices is [{ Type: { Name: "Range" } index }] && index.ContainingNamespace is { Name: "System" })
            Report(AllocationRules.ArrayCreation, operation.Syntax, Name(type), "slice a span of the array");
        DefaultVisit(operation);
    }

    public override void VisitArgument(IArgumentOperation operation)
    {
        if (operation.ArgumentKind == ArgumentKind.ParamArray && operation.Value is IArrayCreationOperation { IsImplicit: true } array)
        {
            // The compiler passes Array.Empty where there is no argument.
            if (array.Initializer is { ElementValues.IsEmpty: false })
                ReportParams(operation, "call an overload without params, or pass a span");
            Visit(array.Initializer);
            return;
        }

        if (operation.ArgumentKind == ArgumentKind.ParamCollection && operation.Value is ICollectionExpressionOperation collection)
        {
            if (AllocatesForElements(collection))
                ReportParams(operation, "call an overload without params, or pass a span");
            VisitElements(collection);
            return;
        }

        DefaultVisit(operation);
    }

    public override void VisitCollectionExpression(ICollectionExpressionOperation operation)
    {
        if (AllocatesForElements(operation) && operation.Type is { } type)
        {
            var cure = IsSpan(type) ? "a spread of unknown length needs an array: copy into a buffer of your own" : "convert to a span, or keep it in a static field";
            Report(AllocationRules.CollectionExpression, operation.Syntax, Name(type), cure);
        }

        Call(operation.ConstructMethod, operation.Syntax);
        VisitElements(operation);
    }

    /// <summary>Whether an array is data of the assembly: constants that a read-only span looks at.</summary>
    private bool IsData(IArrayCreationOperation operation)
    {
        if (!Is(TargetOf(operation), context.ReadOnlySpan))
            return false;

        if (operation.Initializer is not { } initializer)
            return operation.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }];

        foreach (var element in initializer.ElementValues)
        {
            if (!element.ConstantValue.HasValue)
                return false;
        }

        return true;
    }

    /// <summary>The type that an array is converted to where it is made.</summary>
    private static ITypeSymbol? TargetOf(IOperation operation) => operation.Parent is IConversionOperation conversion ? conversion.Type : null;

    private bool AllocatesForElements(ICollectionExpressionOperation operation)
    {
        if (operation.Type is not { } type || type.TypeKind == TypeKind.Error)
            return false;

        var isEmpty = operation.Elements.IsEmpty;
        if (type is IArrayTypeSymbol)
            return !isEmpty;

        if (IsSpan(type))
            return HasSpread(operation) || (!isEmpty && !context.HasInlineArrays && !AreConstants(operation));

        if (type.TypeKind == TypeKind.Interface)
            return !isEmpty || type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IList_T;

        if (Is(type, context.ImmutableArray))
            return !isEmpty;

        // A builder of a collection of this framework copies; of any other, the call says it.
        if (operation.ConstructMethod is { MethodKind: MethodKind.Ordinary } builder)
            return !isEmpty && builder.ContainingNamespace is { } space && space.ToDisplayString().StartsWith("System.", StringComparison.Ordinal);

        return type.IsReferenceType;
    }

    private static bool HasSpread(ICollectionExpressionOperation operation)
    {
        foreach (var element in operation.Elements)
        {
            if (element is ISpreadOperation)
                return true;
        }

        return false;
    }

    private static bool AreConstants(ICollectionExpressionOperation operation)
    {
        foreach (var element in operation.Elements)
        {
            if (!element.ConstantValue.HasValue)
                return false;
        }

        return true;
    }

    private bool IsSpan(ITypeSymbol type) => Is(type, context.Span) || Is(type, context.ReadOnlySpan);

    private void VisitElements(ICollectionExpressionOperation operation)
    {
        var isOneSpread = operation.Elements.Length == 1;
        foreach (var element in operation.Elements)
        {
            if (element is ISpreadOperation spread)
                VisitSpread(spread, operation, isOneSpread);
            else
                Visit(element);
        }
    }

    private void VisitSpread(ISpreadOperation spread, ICollectionExpressionOperation collection, bool isAlone)
    {
        if (WithoutImplicitConversions(spread.Operand).Type is { } source && !IsCopiedWhole(collection, isAlone) && HasReferenceEnumerator(source))
            Report(AllocationRules.Enumerator, spread.Operand.Syntax, Name(source), "spread an array, a list or a span");
        if (spread.ElementType is { } element && spread.GetElementConversion().IsBoxing)
            ReportBoxing(spread.Operand.Syntax, element, "object");
        Visit(spread.Operand);
    }

    /// <summary>Whether the compiler copies a spread in one call instead of a loop: alone, or into a list, which is also what it fills where the length is not known beforehand.</summary>
    private bool IsCopiedWhole(ICollectionExpressionOperation collection, bool isAlone) =>
        isAlone || Is(collection.Type, context.List) || HasUnknownLength(collection);

    private static bool HasUnknownLength(ICollectionExpressionOperation collection)
    {
        foreach (var element in collection.Elements)
        {
            if (element is ISpreadOperation spread && WithoutImplicitConversions(spread.Operand).Type is { } source && !HasLength(source))
                return true;
        }

        return false;
    }

    private static bool HasLength(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol)
            return true;

        for (var at = type; at is not null; at = at.BaseType)
        {
            if (DeclaresLength(at))
                return true;
        }

        return type.TypeKind == TypeKind.Interface && System.Linq.ImmutableArrayExtensions.Any(type.AllInterfaces, DeclaresLength);
    }

    private static bool DeclaresLength(ITypeSymbol type) => DeclaresCount(type, "Length") || DeclaresCount(type, "Count");

    private static bool DeclaresCount(ITypeSymbol type, string name)
    {
        foreach (var member in type.GetMembers(name))
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, Type.SpecialType: SpecialType.System_Int32 })
                return true;
        }

        return false;
    }

    private void ReportParams(IArgumentOperation operation, string cure)
    {
        if (operation.Parameter is { } parameter)
            Report(AllocationRules.ParamsCollection, operation.Parent?.Syntax ?? operation.Syntax, Name(parameter.Type), parameter.Name, cure);
    }
}
