using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Calls;

/// <summary>What is known of members of other assemblies that are under no contract.</summary>
internal static class LibraryMembers
{
    /// <summary>Whether <paramref name="method"/> is a constructor without code of its own, which could not allocate.</summary>
    public static bool HasNoCode(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, ContainingType: { SpecialType: SpecialType.System_Object } or { IsValueType: true, SpecialType: not SpecialType.None } }
            or { IsImplicitlyDeclared: true, Parameters.IsEmpty: true, ContainingType.IsValueType: true, MethodKind: MethodKind.Constructor };
}
