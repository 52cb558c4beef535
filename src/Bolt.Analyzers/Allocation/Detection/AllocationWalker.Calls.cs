using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <content>Every member that the code runs, whether the call is written or implied.</content>
internal sealed partial class AllocationWalker
{
    public override void VisitInvocation(IInvocationOperation operation)
    {
        var method = operation.TargetMethod;
        var traits = context.TraitsOf(method);
        if (traits.IsLeftOutOf(operation.Syntax.SyntaxTree) || method is { IsPartialDefinition: true, PartialImplementationPart: null, ReturnsVoid: true, IsExtern: false, DeclaredAccessibility: Accessibility.Private })
            return;

        if (traits.DoesNotReturn && !options.ReportsColdPaths)
        {
            VisitCold(operation.Instance, Cold.Temperature.Failing, operation.Syntax.SpanStart);
            foreach (var argument in operation.Arguments)
                VisitCold(argument, Cold.Temperature.Failing, operation.Syntax.SpanStart);
            return;
        }

        if (_temperature == Cold.Temperature.Hot)
        {
            if (!CheckLinq(operation) && !CheckStringCall(operation) && !CheckEnumerator(operation) && !CheckReceiver(operation))
                Call(method, operation.Syntax, operation.Instance?.Type, operation.IsVirtual);
            CheckComparer(operation);
            CheckDefaultInterfaceMembers(operation);
        }

        DefaultVisit(operation);
    }

    public override void VisitBinaryOperator(IBinaryOperation operation)
    {
        if (IsConcatenation(operation))
            CheckConcatenation(operation);
        else if (operation is { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Type: { TypeKind: TypeKind.Delegate } type })
            Report(AllocationRules.DelegateCombination, operation.Syntax, Name(type));
        else
            Call(operation.OperatorMethod, operation.Syntax);
        DefaultVisit(operation);
    }

    public override void VisitCompoundAssignment(ICompoundAssignmentOperation operation)
    {
        if (operation is { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String })
            CheckConcatenation(operation);
        else if (operation is { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Type: { TypeKind: TypeKind.Delegate } type })
            Report(AllocationRules.DelegateCombination, operation.Syntax, Name(type));
        else
            Call(operation.OperatorMethod, operation.Syntax);
        Call(operation.InConversion.MethodSymbol, operation.Syntax);
        Call(operation.OutConversion.MethodSymbol, operation.Syntax);
        DefaultVisit(operation);
    }

    public override void VisitUnaryOperator(IUnaryOperation operation)
    {
        Call(operation.OperatorMethod, operation.Syntax);
        DefaultVisit(operation);
    }

    public override void VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation)
    {
        Call(operation.OperatorMethod, operation.Syntax);
        DefaultVisit(operation);
    }

    public override void VisitPropertyReference(IPropertyReferenceOperation operation)
    {
        CallAccessors(operation.Property, operation, operation.Instance?.Type);
        if (_temperature == Cold.Temperature.Hot)
            CheckComparer(operation);
        DefaultVisit(operation);
    }

    public override void VisitEventAssignment(IEventAssignmentOperation operation)
    {
        if (operation.EventReference is IEventReferenceOperation reference)
        {
            var accessor = operation.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod;
            CallVirtual(accessor, operation.Syntax, reference.Instance?.Type);
        }

        DefaultVisit(operation);
    }

    public override void VisitUsing(IUsingOperation operation)
    {
        if (operation.Resources is IVariableDeclarationGroupOperation declarations)
            CallDispose(declarations, operation.IsAsynchronous);
        else
            CallDispose(operation.Resources.Type, operation.Resources.Syntax, operation.IsAsynchronous);
        DefaultVisit(operation);
    }

    public override void VisitUsingDeclaration(IUsingDeclarationOperation operation)
    {
        CallDispose(operation.DeclarationGroup, operation.IsAsynchronous);
        DefaultVisit(operation);
    }

    public override void VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation)
    {
        if (operation.Syntax is AssignmentExpressionSyntax syntax && operation.SemanticModel is { } model)
            CallDeconstruct(model.GetDeconstructionInfo(syntax), operation.Syntax);
        DefaultVisit(operation);
    }

    public override void VisitListPattern(IListPatternOperation operation)
    {
        Call((operation.LengthSymbol as IPropertySymbol)?.GetMethod, operation.Syntax, operation.InputType, IsOverridable(operation.LengthSymbol));
        Call((operation.IndexerSymbol as IPropertySymbol)?.GetMethod, operation.Syntax, operation.InputType, IsOverridable(operation.IndexerSymbol));
        DefaultVisit(operation);
    }

    public override void VisitSlicePattern(ISlicePatternOperation operation)
    {
        if (operation.Pattern is not null and not IDiscardPatternOperation)
        {
            if (operation.InputType is IArrayTypeSymbol array)
                Report(AllocationRules.ArrayCreation, operation.Syntax, Name(array), "match a span of the array");
            else if (operation.InputType.SpecialType == SpecialType.System_String)
                Report(AllocationRules.StringCopy, operation.Syntax, "A slice pattern", "match AsSpan() instead");
            else
                Call(operation.SliceSymbol as IMethodSymbol ?? (operation.SliceSymbol as IPropertySymbol)?.GetMethod, operation.Syntax, operation.InputType, IsOverridable(operation.SliceSymbol));
        }

        DefaultVisit(operation);
    }

    public override void VisitConstructorBodyOperation(IConstructorBodyOperation operation)
    {
        if (operation.Initializer is null && owner is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } @base } })
        {
            foreach (var constructor in @base.InstanceConstructors)
            {
                if (constructor.Parameters.IsEmpty)
                    Call(constructor, operation.Syntax);
            }
        }

        DefaultVisit(operation);
    }

    private static bool IsOverridable(ISymbol? member) => member is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true, IsSealed: false };

    /// <summary>The accessors that a use of a property or an indexer calls.</summary>
    private void CallAccessors(ISymbol member, IOperation operation, ITypeSymbol? receiver)
    {
        if (_temperature != Cold.Temperature.Hot)
            return;

        if (member is IMethodSymbol method)
        {
            Call(method, operation.Syntax, receiver, IsOverridable(method));
            return;
        }

        if (member is not IPropertySymbol property)
            return;

        var isVirtual = IsOverridable(property) && (operation as IPropertyReferenceOperation)?.Instance?.Syntax is not BaseExpressionSyntax;
        var (reads, writes) = Usage(operation);
        if (property.RefKind != RefKind.None)
            (reads, writes) = (true, false);
        if (reads)
            Call(GetAccessor(property), operation.Syntax, receiver, isVirtual);
        if (writes)
            Call(SetAccessor(property), operation.Syntax, receiver, isVirtual);
    }

    private static IMethodSymbol? GetAccessor(IPropertySymbol property)
    {
        for (var declaring = property; declaring is not null; declaring = declaring.OverriddenProperty)
        {
            if (declaring.GetMethod is { } accessor)
                return accessor;
        }

        return null;
    }

    private static IMethodSymbol? SetAccessor(IPropertySymbol property)
    {
        for (var declaring = property; declaring is not null; declaring = declaring.OverriddenProperty)
        {
            if (declaring.SetMethod is { } accessor)
                return accessor;
        }

        return null;
    }

    private static (bool Reads, bool Writes) Usage(IOperation operation)
    {
        switch (operation.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == operation:
                return (false, true);
            case ICompoundAssignmentOperation compound when compound.Target == operation:
            case ICoalesceAssignmentOperation coalesce when coalesce.Target == operation:
            case IIncrementOrDecrementOperation:
                return (true, true);
            case ITupleOperation tuple:
                IOperation top = tuple;
                while (top.Parent is ITupleOperation outer)
                    top = outer;
                return top.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == top ? (false, true) : (true, false);
            default:
                return (true, false);
        }
    }

    private void CallDispose(IVariableDeclarationGroupOperation group, bool isAsynchronous)
    {
        foreach (var declaration in group.Declarations)
        {
            foreach (var declarator in declaration.Declarators)
                CallDispose(declarator.Symbol.Type, declarator.Syntax, isAsynchronous);
        }
    }

    private void CallDispose(ITypeSymbol? type, SyntaxNode place, bool isAsynchronous)
    {
        if (type is null || _temperature != Cold.Temperature.Hot)
            return;

        var name = isAsynchronous ? "DisposeAsync" : "Dispose";
        var contract = isAsynchronous ? context.IAsyncDisposable : context.Compilation.GetSpecialType(SpecialType.System_IDisposable);
        var declared = contract?.GetMembers(name) is [IMethodSymbol method, ..] ? method : null;
        if (declared is not null && type.TypeKind is not (TypeKind.Interface or TypeKind.TypeParameter)
            && type.FindImplementationForInterfaceMember(declared) is IMethodSymbol implementation)
        {
            Call(implementation, place, type, IsOverridable(implementation) || !type.IsSealed);
            return;
        }

        if (type is { IsRefLikeType: true } or { IsValueType: true } || isAsynchronous)
        {
            foreach (var member in type.GetMembers(name))
            {
                if (member is IMethodSymbol { IsStatic: false, Parameters.IsEmpty: true } pattern)
                {
                    Call(pattern, place, type);
                    return;
                }
            }
        }

        Call(declared, place, type, isVirtual: true);
    }

    private void CallDeconstruct(DeconstructionInfo info, SyntaxNode place)
    {
        Call(info.Method, place);
        if (info.Conversion is { MethodSymbol: { } conversion })
            Call(conversion, place);
        foreach (var nested in info.Nested)
            CallDeconstruct(nested, place);
    }
}
