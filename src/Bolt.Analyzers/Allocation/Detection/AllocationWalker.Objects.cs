using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <content>Objects: BOLT1001, BOLT1003, BOLT1005.</content>
internal sealed partial class AllocationWalker
{
    public override void VisitObjectCreation(IObjectCreationOperation operation)
    {
        if (operation.Type is { IsReferenceType: true, TypeKind: not TypeKind.Error } type)
            ReportObject(operation.Syntax, type);
        Call(operation.Constructor, operation.Syntax);
        DefaultVisit(operation);
    }

    public override void VisitTypeParameterObjectCreation(ITypeParameterObjectCreationOperation operation)
    {
        if (operation.Type is ITypeParameterSymbol { HasValueTypeConstraint: false } type)
            ReportObject(operation.Syntax, type);
        DefaultVisit(operation);
    }

    public override void VisitDynamicObjectCreation(IDynamicObjectCreationOperation operation)
    {
        if (operation.Type is { IsReferenceType: true } type)
            ReportObject(operation.Syntax, type);
        DefaultVisit(operation);
    }

    public override void VisitAnonymousObjectCreation(IAnonymousObjectCreationOperation operation)
    {
        // A query's 'let' and second 'from' hand their variables on in such objects.
        Report(AllocationRules.AnonymousObject, operation.Syntax is LetClauseSyntax let ? let.Expression : operation.Syntax);
        VisitValuesOf(operation.Initializers);
    }

    public override void VisitWith(IWithOperation operation)
    {
        if (operation.Type is { IsAnonymousType: true })
            Report(AllocationRules.AnonymousObject, operation.Syntax);
        else if (operation.Type is { IsReferenceType: true } type)
            Report(AllocationRules.RecordCopy, operation.Syntax, Name(type));
        else
            Call(operation.CloneMethod, operation.Syntax, operation.Type);
        DefaultVisit(operation);
    }

    private void ReportObject(SyntaxNode place, ITypeSymbol type)
    {
        var name = Name(type);
        var cure = type switch
        {
            { SpecialType: SpecialType.System_String } => "write into a span",
            ITypeParameterSymbol => "reuse one",
            _ when type.Locations is [{ IsInSource: true }, ..] => "reuse one, or make '" + name + "' a struct",
            _ => "reuse one",
        };
        Report(AllocationRules.ObjectCreation, place, name, cure);
    }

    /// <summary>An anonymous object's properties are set by its constructor: only the values run.</summary>
    private void VisitValuesOf(ImmutableArray<IOperation> initializers)
    {
        foreach (var initializer in initializers)
            Visit(initializer is ISimpleAssignmentOperation assignment ? assignment.Value : initializer);
    }
}
