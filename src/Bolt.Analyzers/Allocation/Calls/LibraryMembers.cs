using System.Collections.Concurrent;
using Bolt.Analyzers.Allocation.Detection;
using Bolt.Analyzers.Allocation.Library;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Calls;

/// <summary>What is known of members of other assemblies that are under no contract.</summary>
/// <remarks>Asks the table once for each member that code in scope calls. One instance serves a compilation; safe for use by several threads.</remarks>
internal sealed class LibraryMembers
{
    private readonly ConcurrentDictionary<IMethodSymbol, LibraryVerdict> _exact = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, LibraryVerdict> _virtual = new(SymbolEqualityComparer.Default);

    /// <summary>Whether <paramref name="method"/> is a constructor without code of its own, which could not allocate.</summary>
    public static bool HasNoCode(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, ContainingType: { SpecialType: SpecialType.System_Object } or { IsValueType: true, SpecialType: not SpecialType.None } }
            or { IsImplicitlyDeclared: true, Parameters.IsEmpty: true, ContainingType.IsValueType: true, MethodKind: MethodKind.Constructor };

    /// <summary>What a call does.</summary>
    /// <param name="call">The call, for what it fixes of type parameters.</param>
    /// <param name="target">The definition of what it calls, of another assembly.</param>
    public LibraryVerdict Of(in MemberCall call, IMethodSymbol target)
    {
        if (call.IsVirtual)
            return _virtual.TryGetValue(target, out var ofAll) ? ofAll : _virtual.GetOrAdd(target, FrameworkTable.FindVirtual(target));

        if (target is { Name: "ToString", ContainingType.SpecialType: SpecialType.System_Nullable_T } && call.Target.ContainingType.TypeArguments is [{ } value])
            return OfText(value);

        if (HasNoCode(target))
            return LibraryVerdict.Free;

        var verdict = _exact.TryGetValue(target, out var known) ? known : _exact.GetOrAdd(target, FrameworkTable.Find(target));
        switch (verdict)
        {
            case LibraryVerdict.FreeForSimpleArguments:
                return HasSimpleArguments(call.Target) ? LibraryVerdict.Free : LibraryVerdict.Unknown;

            // What a constructor makes belongs to its object, and who creates that is told so.
            case LibraryVerdict.Allocates or LibraryVerdict.ReturnsNew when target is { MethodKind: MethodKind.Constructor, ContainingType.IsReferenceType: true }:
                return LibraryVerdict.Free;
            default:
                return verdict;
        }
    }

    /// <summary>"returns a new 'byte[]'" or only "allocates".</summary>
    public static string Phrase(IMethodSymbol target, LibraryVerdict verdict) =>
        verdict == LibraryVerdict.ReturnsNew && target.ReturnType is { IsReferenceType: true, SpecialType: not SpecialType.System_Object, TypeKind: TypeKind.Class or TypeKind.Array or TypeKind.Delegate } type
            ? "returns a new '" + type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "'"
            : "allocates";

    /// <summary>What <c>ToString()</c> of a nullable value does if it has one.</summary>
    private static LibraryVerdict OfText(ITypeSymbol value)
    {
        foreach (var member in value.GetMembers("ToString"))
        {
            if (member is IMethodSymbol { Parameters.IsEmpty: true } method)
                return FrameworkTable.Find(method);
        }

        return LibraryVerdict.Unknown;
    }

    private static bool HasSimpleArguments(IMethodSymbol method)
    {
        foreach (var argument in method.TypeArguments)
        {
            if (!IsSimple(argument))
                return false;
        }

        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            foreach (var argument in type.TypeArguments)
            {
                if (!IsSimple(argument))
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whether comparing, hashing and computing values of a type surely does not allocate.</summary>
    private static bool IsSimple(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum } => true,
        { IsValueType: true, SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr or SpecialType.System_DateTime } => true,
        INamedTypeSymbol { IsValueType: true, IsGenericType: false, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => type.Name is "Guid" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Int128" or "UInt128" or "Half",
        _ => false,
    };
}
