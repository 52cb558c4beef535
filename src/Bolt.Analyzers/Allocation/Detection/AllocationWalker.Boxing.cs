using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <content>Boxing: BOLT1301, BOLT1302, BOLT1304.</content>
internal sealed partial class AllocationWalker
{
    public override void VisitConversion(IConversionOperation operation)
    {
        if (Is(operation.Type?.BaseType, context.Expression) || Is(operation.Type?.BaseType?.BaseType, context.Expression))
        {
            if (operation.Operand is IAnonymousFunctionOperation)
            {
                ReportExpressionTree(operation);
                return;
            }
        }

        if (operation.OperatorMethod is { } @operator)
            Call(@operator, operation.Syntax);
        else if (operation.Language == LanguageNames.CSharp && operation.Operand.Type is { } from && operation.Type is { } to)
            CheckBoxing(operation, from, to);

        DefaultVisit(operation);
    }

    public override void VisitDeclarationPattern(IDeclarationPatternOperation operation)
    {
        if (operation.DeclaredSymbol is not null)
            CheckBoxing(operation, operation.MatchedType);
        DefaultVisit(operation);
    }

    public override void VisitRecursivePattern(IRecursivePatternOperation operation)
    {
        if (operation.DeclaredSymbol is not null || !operation.PropertySubpatterns.IsEmpty || !operation.DeconstructionSubpatterns.IsEmpty)
            CheckBoxing(operation, operation.MatchedType);
        Call(operation.DeconstructSymbol as IMethodSymbol, operation.Syntax, operation.MatchedType, IsOverridable(operation.DeconstructSymbol));
        DefaultVisit(operation);
    }

    private void CheckBoxing(IConversionOperation operation, ITypeSymbol from, ITypeSymbol to)
    {
        var conversion = operation.GetConversion();
        if (conversion.IsTupleConversion && from is INamedTypeSymbol { IsTupleType: true } values && to is INamedTypeSymbol { IsTupleType: true } targets)
        {
            if (operation.Operand is ITupleOperation || values.TupleElements.Length != targets.TupleElements.Length)
                return;

            for (var index = 0; index < values.TupleElements.Length; index++)
            {
                if (values.TupleElements[index].Type is { IsValueType: true } element && targets.TupleElements[index].Type is { IsReferenceType: true } target)
                    ReportBoxing(operation.Operand.Syntax, element, Name(target));
            }

            return;
        }

        if (Boxes(operation))
            ReportBoxing(operation.Operand.Syntax, from, Name(to));
        else
            CheckConcatenated(operation);
    }

    private bool Boxes(IConversionOperation operation)
    {
        if (operation is not { OperatorMethod: null, Operand.Type: { } from, Type: { } to })
            return false;

        var conversion = operation.GetConversion();
        var boxes = conversion.IsBoxing
            || (from is ITypeParameterSymbol { IsReferenceType: false } && to is { IsReferenceType: true } && !conversion.IsUserDefined);
        return boxes && !IsElided(operation, from);
    }

    /// <summary>Whether the JIT, or the compiler before it, never makes the box.</summary>
    private bool IsElided(IConversionOperation operation, ITypeSymbol from)
    {
        // A box that is taken out again at once, as from one type parameter to another, is not made.
        if (from.IsReferenceType || operation.Type is ITypeParameterSymbol)
            return true;

        switch (operation.Parent)
        {
            // Concatenation and interpolation call ToString or a handler on the value itself.
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, OperatorMethod: null } when operation.IsImplicit:
            case ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_String, OperatorMethod: null } when operation.IsImplicit:
            case IInterpolationOperation when operation.IsImplicit:
            case IIsTypeOperation or IIsPatternOperation:
                return true;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } comparison:
                return IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand);
            case IConversionOperation outer:
                return outer.GetConversion().IsUnboxing;
            case IArgumentOperation { Parent: IInvocationOperation call }:
                return call.TargetMethod is { Name: "HasFlag", ContainingType.SpecialType: SpecialType.System_Enum }
                    || (call.TargetMethod is { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object } && (IsNull(call.Arguments[0].Value) || IsNull(call.Arguments[1].Value)));
            case IInvocationOperation { TargetMethod: { Name: "GetType", ContainingType.SpecialType: SpecialType.System_Object } }:
                return true;
            default:
                return false;
        }
    }

    /// <summary>A test of a type parameter's value makes no box, unless the pattern goes on to use the value as an object.</summary>
    private void CheckBoxing(IPatternOperation pattern, ITypeSymbol? matched)
    {
        if (pattern.InputType is ITypeParameterSymbol { IsReferenceType: false } input && matched is { IsReferenceType: true } and not ITypeParameterSymbol)
            ReportBoxing(pattern.Syntax, input, Name(matched));
    }

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    private void ReportBoxing(SyntaxNode place, ITypeSymbol value, string target) => Report(
        AllocationRules.Boxing,
        place,
        Name(value),
        target,
        value.TypeKind == TypeKind.TypeParameter ? "constrain it and call through the constraint" : "use a generic overload, or a parameter of its own type");

    /// <summary>Whether a call boxes the struct or enum that it is made on; reports it if so.</summary>
    private bool CheckReceiver(IInvocationOperation operation)
    {
        if (operation.Instance?.Type is not { IsValueType: true, TypeKind: TypeKind.Struct or TypeKind.Enum } type
            || operation.TargetMethod is not { ContainingType.SpecialType: SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum } method
            || method.Name is "GetType" or "HasFlag"
            || (type.TypeKind == TypeKind.Enum && method.Name == "GetHashCode")
            || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return false;
        }

        ReportReceiver(operation.Syntax, type, method.Name);
        return true;
    }

    private void ReportReceiver(SyntaxNode place, ITypeSymbol type, string method)
    {
        var cure = type.TypeKind == TypeKind.Enum
            ? method == "ToString" ? "keep the names in a switch" : "compare with =="
            : "override it in '" + Name(type) + "'";
        var properties = AllocationProperties.Of(type).Add(AllocationProperties.Member, method);
        Report(AllocationRules.BoxingReceiver, place, properties, Name(type), method, cure);
    }

    /// <summary>Reports a struct that is handed to a generic method whose code calls a default interface member that the struct lacks.</summary>
    private void CheckDefaultInterfaceMembers(IInvocationOperation operation)
    {
        var method = operation.TargetMethod;
        if (!(method.IsGenericMethod || method.ContainingType is { IsGenericType: true }) || method.OriginalDefinition.DeclaringSyntaxReferences is not [var source, ..])
            return;

        CheckDefaultInterfaceMembers(operation.Syntax, source, method.TypeParameters, method.TypeArguments);
        if (method.ContainingType is { IsGenericType: true } container)
            CheckDefaultInterfaceMembers(operation.Syntax, source, container.TypeParameters, container.TypeArguments);
    }

    private void CheckDefaultInterfaceMembers(
        SyntaxNode place,
        SyntaxReference source,
        ImmutableArray<ITypeParameterSymbol> parameters,
        ImmutableArray<ITypeSymbol> arguments)
    {
        for (var index = 0; index < parameters.Length && index < arguments.Length; index++)
        {
            if (arguments[index] is not INamedTypeSymbol { TypeKind: TypeKind.Struct } type)
                continue;

            foreach (var constraint in parameters[index].ConstraintTypes)
            {
                if (constraint.TypeKind != TypeKind.Interface)
                    continue;

                CheckDefaultInterfaceMembers(place, source, type, constraint.OriginalDefinition);
                foreach (var inherited in constraint.OriginalDefinition.AllInterfaces)
                    CheckDefaultInterfaceMembers(place, source, type, inherited.OriginalDefinition);
            }
        }
    }

    private void CheckDefaultInterfaceMembers(SyntaxNode place, SyntaxReference source, INamedTypeSymbol type, ITypeSymbol definition)
    {
        foreach (var @interface in type.AllInterfaces)
        {
            if (!SymbolEqualityComparer.Default.Equals(@interface.OriginalDefinition, definition))
                continue;

            foreach (var member in @interface.GetMembers())
            {
                if (member is { IsStatic: false, IsVirtual: true, IsAbstract: false } and (IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
                    && type.FindImplementationForInterfaceMember(member) is null or { ContainingType.TypeKind: TypeKind.Interface }
                    && Mentions(source, member.Name))
                {
                    var properties = AllocationProperties.Of(type).Add(AllocationProperties.Member, DocumentationCommentId.CreateDeclarationId(member.OriginalDefinition));
                    Report(AllocationRules.DefaultInterfaceMember, place, properties, Name(@interface) + "." + member.Name, Name(type));
                    return;
                }
            }
        }
    }

    private bool Mentions(SyntaxReference source, string name)
    {
        foreach (var token in source.GetSyntax(cancellationToken).DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
                return true;
        }

        return false;
    }
}
