using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <content>Default comparers: BOLT1303.</content>
internal sealed partial class AllocationWalker
{
    /// <summary>Reports <c>EqualityComparer&lt;S&gt;.Default</c>, and the indexer of a dictionary, for a struct that does not implement IEquatable.</summary>
    private void CheckComparer(IPropertyReferenceOperation operation)
    {
        var property = operation.Property;
        if (property.Name == "Default" && Is(property.ContainingType, context.EqualityComparer))
            ReportComparer(operation.Syntax, "EqualityComparer<T>.Default", property.ContainingType.TypeArguments[0]);
        else if (property.IsIndexer && property.ContainingType is { TypeArguments: [var key, ..] } type && IsHashed(type) && !HasComparer(operation.Instance))
            ReportComparer(operation.Syntax, Name(type.OriginalDefinition), key);
    }

    private void CheckComparer(IInvocationOperation operation)
    {
        var method = operation.TargetMethod;
        var type = method.ContainingType;
        if (type is { TypeArguments: [var key, ..] })
        {
            switch (method.Name)
            {
                case "Add" or "TryAdd" or "Remove" or "TryRemove" or "TryGetValue" or "ContainsKey" or "Contains" or "GetOrAdd" or "AddOrUpdate" or "TryUpdate"
                    when IsHashed(type):
                    if (!HasComparer(operation.Instance))
                        ReportComparer(operation.Syntax, Name(type.OriginalDefinition), key);
                    return;
                case "Contains" or "IndexOf" or "LastIndexOf" or "Remove" when Is(type, context.List):
                    ReportComparer(operation.Syntax, "List<T>." + method.Name, key);
                    return;
            }

            return;
        }

        if (method.TypeArguments is not [var element, ..] || TakesComparer(operation))
            return;

        if (type.SpecialType == SpecialType.System_Array && method.Name is "IndexOf" or "LastIndexOf")
            ReportComparer(operation.Syntax, "Array." + method.Name, element);
        else if (method.Name is "Contains" or "Distinct" or "Union" or "Except" or "Intersect" or "SequenceEqual" or "ToHashSet" && SymbolEqualityComparer.Default.Equals(type, context.Enumerable))
            ReportComparer(operation.Syntax, "Enumerable." + method.Name, element);
        else if (method.Name is "GroupBy" or "ToDictionary" or "ToLookup" or "DistinctBy" && method.TypeArguments is [_, var by, ..] && SymbolEqualityComparer.Default.Equals(type, context.Enumerable))
            ReportComparer(operation.Syntax, "Enumerable." + method.Name, by);
    }

    private void ReportComparer(SyntaxNode place, string member, ITypeSymbol type)
    {
        if (LacksEquatable(type) is { } lacking)
            Report(AllocationRules.DefaultComparer, place, AllocationProperties.Of(lacking), member, Name(lacking));
    }

    /// <summary>The struct that the default comparer of a type boxes: the type itself, or one inside a nullable or a tuple.</summary>
    private ITypeSymbol? LacksEquatable(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } named)
            return null;

        if (named.IsTupleType || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            foreach (var argument in named.TypeArguments)
            {
                if (LacksEquatable(argument) is { } lacking)
                    return lacking;
            }

            return null;
        }

        foreach (var @interface in named.AllInterfaces)
        {
            if (Is(@interface, context.IEquatable) && SymbolEqualityComparer.Default.Equals(@interface.TypeArguments[0], named))
                return null;
        }

        return named;
    }

    private static bool IsHashed(INamedTypeSymbol type) =>
        type.Name is "Dictionary" or "HashSet" or "ConcurrentDictionary" or "OrderedDictionary"
        && type.ContainingNamespace is { Name: "Generic" or "Concurrent", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } };

    private bool TakesComparer(IInvocationOperation operation)
    {
        foreach (var argument in operation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && !argument.Value.ConstantValue.HasValue && Is(argument.Parameter?.Type, context.IEqualityComparer))
                return true;
        }

        return false;
    }

    /// <summary>Whether a collection is seen to be made with a comparer of its own, where it is declared.</summary>
    private bool HasComparer(IOperation? collection)
    {
        ISymbol? declared = collection switch
        {
            IFieldReferenceOperation field => field.Field,
            ILocalReferenceOperation local => local.Local,
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };
        if (declared is null)
            return false;

        foreach (var reference in declared.DeclaringSyntaxReferences)
        {
            var value = reference.GetSyntax(cancellationToken) switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
            if (value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [.., var last] }
                && last.ToString() is var text && (text.IndexOf("omparer", StringComparison.Ordinal) >= 0 || last.Expression is ThisExpressionSyntax))
            {
                return true;
            }
        }

        return false;
    }
}
