using Microsoft.CodeAnalysis;

namespace Bolt.Generators.Parsing;

/// <summary>The names by which types of others are recognised. Comparing names needs no look-up in the compilation.</summary>
internal static class WellKnown
{
    public const string LogEventAttribute = "Bolt.LogEventAttribute";

    public const string GeneratorName = "Bolt.Generators";

    public static bool IsILogger(ITypeSymbol type) =>
        type.Name == "ILogger" && type is INamedTypeSymbol { Arity: 0 } && type.ContainingNamespace.Is("Microsoft", "Extensions", "Logging");

    public static bool IsLogger(ITypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None || type.TypeKind is not (TypeKind.Class or TypeKind.Interface)) return false;
        if (IsILogger(type)) return true;
        foreach (INamedTypeSymbol i in type.AllInterfaces)
        {
            if (IsILogger(i)) return true;
        }

        return false;
    }

    public static bool IsLogLevel(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum && type.Name == "LogLevel" && type.ContainingNamespace.Is("Microsoft", "Extensions", "Logging");

    public static bool IsException(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            foreach (ITypeSymbol constraint in parameter.ConstraintTypes)
            {
                if (IsException(constraint)) return true;
            }

            return false;
        }

        if (type.TypeKind != TypeKind.Class || type.SpecialType != SpecialType.None) return false;
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.Name == "Exception" && t.ContainingNamespace.Is("System")) return true;
        }

        return false;
    }

    /// <summary>Whether an attribute is one of Bolt's, by its name.</summary>
    public static bool IsBolt(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.Is("Bolt");

    public static AttributeData? Find(ISymbol symbol, string boltAttribute)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (IsBolt(attribute, boltAttribute)) return attribute;
        }

        return null;
    }

    public static bool Is(this INamespaceSymbol? ns, string name) =>
        ns is { ContainingNamespace.IsGlobalNamespace: true } && ns.Name == name;

    public static bool Is(this INamespaceSymbol? ns, string outer, string inner) =>
        ns is not null && ns.Name == inner && ns.ContainingNamespace.Is(outer);

    public static bool Is(this INamespaceSymbol? ns, string outer, string middle, string inner) =>
        ns is not null && ns.Name == inner && ns.ContainingNamespace.Is(outer, middle);

    /// <summary>The outermost namespace's name; empty for the global one.</summary>
    public static string Root(this INamespaceSymbol? ns)
    {
        while (ns is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) ns = ns.ContainingNamespace;
        return ns is null or { IsGlobalNamespace: true } ? "" : ns.Name;
    }
}
