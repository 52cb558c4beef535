using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>Says what is costly about evaluating an expression. Boxes and parameter arrays are not of its concern: other rules speak of them.</summary>
internal static class Cost
{
    /// <summary>What the expression does that costs something, as the first words of a sentence; null if it is cheap.</summary>
    public static string? Of(IOperation operation, CancellationToken cancellationToken)
    {
        if (operation.ConstantValue.HasValue)
            return null;

        switch (operation)
        {
            case IInvocationOperation call when !IsCheap(call.TargetMethod):
                return "calls '" + call.TargetMethod.Name + "'";
            case IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation:
                return "calls a member by its name";
            case IObjectCreationOperation { Type: { IsValueType: false } type }:
                return "creates a '" + type.Name + "'";
            case ITypeParameterObjectCreationOperation:
                return "creates an object";
            case IAnonymousObjectCreationOperation:
                return "creates an anonymous object";
            case IArrayCreationOperation or ICollectionExpressionOperation:
                return "creates a collection";
            case IWithOperation { Type.IsValueType: false }:
                return "copies a record";
            case IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                return "builds a string";
            case IImplicitIndexerReferenceOperation { Type.SpecialType: SpecialType.System_String } or IArrayElementReferenceOperation { Type: IArrayTypeSymbol, Indices: [IRangeOperation] }:
                return "copies a range";
            case IAwaitOperation:
                return "awaits";
            case ITranslatedQueryOperation:
                return "runs a query";
            case IPropertyReferenceOperation { Property: { } property } when !IsCheap(property, cancellationToken):
                return "computes '" + property.Name + "'";

            // Evaluated where they are called, or only where the level is on.
            case IAnonymousFunctionOperation or IDelegateCreationOperation or IInterpolatedStringHandlerCreationOperation or INameOfOperation or ITypeOfOperation:
                return null;
        }

        foreach (var child in operation.ChildOperations)
        {
            if (Of(child, cancellationToken) is { } cost)
                return cost;
        }

        return null;
    }

    private static bool IsCheap(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type)
            return false;

        return method.Name switch
        {
            "GetType" or "ReferenceEquals" => type.SpecialType == SpecialType.System_Object,
            "GetValueOrDefault" => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
            "IsNullOrEmpty" => type.SpecialType == SpecialType.System_String,
            "AsSpan" or "AsMemory" => type.Name == "MemoryExtensions" && type.ContainingNamespace.Is("System"),
            "GetTimestamp" or "GetElapsedTime" => type.Name is "Stopwatch" or "TimeProvider",
            "Read" => type.Name is "Volatile" or "Interlocked" && type.ContainingNamespace.Is("System", "Threading"),
            _ => type.Name is "Math" or "MathF" && type.ContainingNamespace.Is("System"),
        };
    }

    /// <summary>A property is taken to be cheap, unless its getter is here to be read and calls or creates something.</summary>
    private static bool IsCheap(IPropertySymbol property, CancellationToken cancellationToken)
    {
        if (property.GetMethod is not { DeclaringSyntaxReferences: [var reference] })
            return true;

        var getter = reference.GetSyntax(cancellationToken);
        foreach (var node in getter.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { Expression: not IdentifierNameSyntax { Identifier.ValueText: "nameof" } } or BaseObjectCreationExpressionSyntax
                or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or InterpolatedStringExpressionSyntax or QueryExpressionSyntax
                or CollectionExpressionSyntax or CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax)
            {
                return IsMadeOnce(node);
            }
        }

        return true;
    }

    private static bool IsMadeOnce(SyntaxNode node)
    {
        // '_value ??= Make()' costs something the first time only.
        for (var parent = node.Parent; parent is ExpressionSyntax; parent = parent.Parent)
        {
            if (parent.IsKind(SyntaxKind.CoalesceAssignmentExpression))
                return true;
        }

        return false;
    }
}
