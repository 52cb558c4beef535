using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <content>Loops over collections: BOLT1501.</content>
internal sealed partial class AllocationWalker
{
    public override void VisitForEachLoop(IForEachLoopOperation operation)
    {
        var source = WithoutImplicitConversions(operation.Collection);
        if (source.Type is { } type and not (IArrayTypeSymbol or { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Dynamic })
            && operation.Syntax is CommonForEachStatementSyntax syntax
            && operation.SemanticModel?.GetForEachStatementInfo(syntax) is { GetEnumeratorMethod: { } getEnumerator } info)
        {
            if (getEnumerator.ReturnType is { IsReferenceType: true, TypeKind: not TypeKind.Error })
                Report(AllocationRules.Enumerator, operation.Collection.Syntax, Name(type), "loop over an array, a list, a span or a concrete collection");
            else
                Call(getEnumerator, operation.Collection.Syntax, type, getEnumerator.IsVirtual || getEnumerator.IsAbstract);

            var enumerator = getEnumerator.ReturnType;
            CallVirtual(info.MoveNextMethod, operation.Collection.Syntax, enumerator);
            CallVirtual(info.CurrentProperty?.GetMethod, operation.Collection.Syntax, enumerator);
            CallVirtual(info.DisposeMethod, operation.Collection.Syntax, enumerator);
            if (info.ElementConversion.IsBoxing && info.ElementType is { } element && operation.Locals is [{ } local, ..])
                ReportBoxing(operation.LoopControlVariable.Syntax, element, Name(local.Type));
            if (syntax is ForEachVariableStatementSyntax deconstruction)
                CallDeconstruct(operation.SemanticModel.GetDeconstructionInfo(deconstruction), deconstruction.Variable);
        }

        DefaultVisit(operation);
    }

    /// <summary>Whether a call asks for an enumerator that is an object; reports it if so.</summary>
    private bool CheckEnumerator(IInvocationOperation operation)
    {
        if (operation.TargetMethod is not
            {
                Name: "GetEnumerator" or "GetAsyncEnumerator",
                ReturnType: { Name: "IEnumerator" or "IDictionaryEnumerator" or "IAsyncEnumerator", TypeKind: TypeKind.Interface },
            })
        {
            return false;
        }

        Report(AllocationRules.Enumerator, operation.Syntax, operation.Instance?.Type is { } type ? Name(type) : "it", "loop over an array, a list, a span or a concrete collection");
        return true;
    }

    private void CallVirtual(IMethodSymbol? method, SyntaxNode place, ITypeSymbol? receiver) =>
        Call(method, place, receiver, method is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true });

    /// <summary>Whether the enumerator of a type, as far as the type itself says, is an object.</summary>
    private static bool HasReferenceEnumerator(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol || type.SpecialType == SpecialType.System_String)
            return false;

        if (type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter)
            return true;

        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers("GetEnumerator"))
            {
                if (member is IMethodSymbol { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public, IsStatic: false } method)
                    return method.ReturnType.IsReferenceType;
            }
        }

        return type.IsReferenceType;
    }
}
