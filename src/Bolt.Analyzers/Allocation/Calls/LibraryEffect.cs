using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Calls;

/// <summary>What is known of a call to a member of another assembly.</summary>
internal enum LibraryEffect
{
    /// <summary>Nothing: BOLT1703.</summary>
    Unknown,

    /// <summary>It does not allocate.</summary>
    Free,

    /// <summary>It allocates: BOLT1702.</summary>
    Allocates,
}

/// <summary>Where calls to members of other assemblies are looked up.</summary>
internal static class LibraryEffects
{
    /// <summary>The effect of <paramref name="method"/>, which has no code in this compilation.</summary>
    public static LibraryEffect Of(IMethodSymbol method)
    {
        // These have no code of their own that could allocate.
        if (method is { MethodKind: MethodKind.Constructor, ContainingType: { SpecialType: SpecialType.System_Object } or { IsValueType: true, SpecialType: not SpecialType.None } })
            return LibraryEffect.Free;

        return method is { IsImplicitlyDeclared: true, Parameters.IsEmpty: true, ContainingType.IsValueType: true, MethodKind: MethodKind.Constructor }
            ? LibraryEffect.Free
            : LibraryEffect.Unknown;
    }
}
