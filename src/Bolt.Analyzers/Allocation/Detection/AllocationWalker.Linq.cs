using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <content>LINQ to objects: BOLT1502, BOLT1552.</content>
internal sealed partial class AllocationWalker
{
    /// <summary>Whether a call is one of LINQ's; reports it if it allocates.</summary>
    private bool CheckLinq(IInvocationOperation operation)
    {
        var method = operation.TargetMethod;
        if (context.Enumerable is null || !SymbolEqualityComparer.Default.Equals(method.ContainingType, context.Enumerable))
            return false;

        switch (method.Name)
        {
            case "Empty" or "AsEnumerable" or "TryGetNonEnumeratedCount":
                return true;
            case "Any" or "All" or "Count" or "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault"
                or "ElementAt" or "ElementAtOrDefault" or "Contains" or "SequenceEqual" or "Sum" or "Max" or "Min" or "Average" or "Aggregate" or "LongCount"
                or "MaxBy" or "MinBy":
                CheckScalar(operation, method);
                return true;
            case "ToArray" or "ToList" or "ToHashSet" or "ToDictionary" or "ToLookup":
                Report(AllocationRules.Linq, operation.Syntax, method.Name, "a collection", "fill one that is used again");
                return true;
            default:
                Report(AllocationRules.Linq, operation.Syntax, method.Name, "an iterator", "write a loop");
                return true;
        }
    }

    /// <summary>Operators that return one value read arrays and lists in place, and enumerate what else they are given.</summary>
    private void CheckScalar(IInvocationOperation operation, IMethodSymbol method)
    {
        foreach (var argument in operation.Arguments)
        {
            if (argument.Parameter is not { Type.OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } parameter)
                continue;

            var source = WithoutImplicitConversions(argument.Value);
            if (source.Type is IArrayTypeSymbol || Is(source.Type, context.List))
            {
                if (ReadsInPlace(method))
                    continue;
            }

            var cure = method.Name switch
            {
                "Any" or "Count" when method.Parameters.Length == 1 => "use the collection's own Count",
                "Contains" => "use the collection's own Contains",
                _ => "write a loop",
            };
            var name = source.Syntax.ToString();
            Report(AllocationRules.LinqThatMayAllocate, operation.Syntax, method.Name, name.Length <= 40 && name.IndexOf('\n') < 0 ? name : parameter.Name, cure);
            return;
        }
    }

    /// <summary>Whether .NET 10 enumerates nothing if the source is an array or a list.</summary>
    private static bool ReadsInPlace(IMethodSymbol method) => method.Name switch
    {
        "Sum" or "Average" or "Max" or "Min" =>
            method is { IsGenericMethod: false, Parameters.Length: 1, ReturnType.OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T },
        "LongCount" or "MaxBy" or "MinBy" => false,
        _ => true,
    };
}
