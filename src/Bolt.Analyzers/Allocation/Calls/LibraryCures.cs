using Bolt.Analyzers.Allocation.Library;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Calls;

/// <summary>What to do instead of calling a member of a library that allocates, as far as its type has something to offer.</summary>
internal static class LibraryCures
{
    /// <param name="target">The member.</param>
    /// <param name="verdict">What it does.</param>
    /// <param name="receiver">What it is called on; null for static members.</param>
    public static string For(IMethodSymbol target, LibraryVerdict verdict, ITypeSymbol? receiver)
    {
        var type = receiver ?? target.ContainingType;
        switch (target.Name)
        {
            case "ToString" when Has(type, "TryFormat"):
                return "format it into a span with TryFormat";
            case "ToString" when type is { Name: "StringBuilder" }:
                return "read its GetChunks(), or copy to a span";
            case "ToString" when type is { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" }:
                return "use the span itself";
            case "ToByteArray" when Has(type, "TryWriteBytes"):
                return "use TryWriteBytes";
            case "GetString" when Has(type, "GetChars"):
                return "decode into a span with GetChars";
            case "ToArray" or "ToList" or "ToImmutableArray":
                return "use what it copies, or copy to a buffer of your own";
        }

        if (Has(type, "Try" + target.Name, takesSpan: true))
            return "use Try" + target.Name;
        if (Has(type, target.Name, takesSpan: true))
            return "use the overload that writes to a span";

        return verdict == LibraryVerdict.ReturnsNew ? "keep what it returns, or do not call it here" : "do not call it here";
    }

    /// <summary>Whether a type has a member of that name, which fills a span if that is asked for.</summary>
    private static bool Has(ITypeSymbol? type, string name, bool takesSpan = false)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers(name))
            {
                if (member is not IMethodSymbol { DeclaredAccessibility: Accessibility.Public } method)
                    continue;
                if (!takesSpan)
                    return true;

                foreach (var parameter in method.Parameters)
                {
                    if (parameter.Type is { Name: "Span", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                        return true;
                }
            }
        }

        return false;
    }
}
