using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Scope;

/// <summary>
/// Finds the contract that a symbol is under. The nearest attribute counts: on the member itself, on the property or event of an
/// accessor, on the member around a local function or lambda, on an overridden or implemented member, on the types around it, on the
/// assembly. Attributes are matched by full name, so a project may declare its own and a referenced assembly carries its contracts.
/// </summary>
/// <remarks>One instance serves a compilation; safe for use by several threads.</remarks>
internal sealed class Contracts
{
    private readonly ConcurrentDictionary<ISymbol, Contract> _contracts = new(SymbolEqualityComparer.Default);

    /// <summary>The contract of <paramref name="symbol"/>, a method, property, event, field, type or assembly.</summary>
    public Contract Of(ISymbol symbol) =>
        _contracts.TryGetValue(symbol.OriginalDefinition, out var contract)
            ? contract
            : _contracts.GetOrAdd(symbol.OriginalDefinition, Find(symbol.OriginalDefinition));

    /// <summary>The contract that stands on the symbol itself, not on what it inherits from or lies in.</summary>
    public static Contract Declared(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type)
                continue;

            // The short names first: building a full name allocates, and few attributes have these.
            if (type.Name == "ZeroAllocAttribute" && WellKnownNames.Of(type) == WellKnownNames.ZeroAllocAttribute)
                return Contract.ZeroAlloc;
            if (type.Name == "AllowAllocationAttribute" && WellKnownNames.Of(type) == WellKnownNames.AllowAllocationAttribute)
                return Contract.Allowed;
        }

        return Contract.None;
    }

    private Contract Find(ISymbol symbol)
    {
        if (Declared(symbol) is not Contract.None and var declared)
            return declared;

        if (symbol is IMethodSymbol { AssociatedSymbol: { } associated })
            return Of(associated);

        if (Inherited(symbol) is not Contract.None and var inherited)
            return inherited;

        return symbol.ContainingSymbol switch
        {
            IMethodSymbol or IPropertySymbol or IEventSymbol or IFieldSymbol or INamedTypeSymbol => Of(symbol.ContainingSymbol),
            _ => symbol.ContainingAssembly is { } assembly && !SymbolEqualityComparer.Default.Equals(assembly, symbol) ? Of(assembly) : Contract.None,
        };
    }

    /// <summary>The contract that an overridden member, or a member of an interface that this one implements, hands down.</summary>
    /// <remarks>Only [ZeroAlloc] is handed down: permission to allocate is each implementation's own.</remarks>
    private Contract Inherited(ISymbol symbol)
    {
        var overridden = symbol switch
        {
            IMethodSymbol method => (ISymbol?)method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            IEventSymbol @event => @event.OverriddenEvent,
            _ => null,
        };
        if (overridden is not null && Of(overridden) == Contract.ZeroAlloc)
            return Contract.ZeroAlloc;

        if (symbol is not (IMethodSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } or IEventSymbol { IsStatic: false })
            || symbol.ContainingType is not { } type)
        {
            return Contract.None;
        }

        foreach (var @interface in type.AllInterfaces)
        {
            foreach (var member in @interface.GetMembers())
            {
                if (member.Kind == symbol.Kind
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, symbol)
                    && Of(member) == Contract.ZeroAlloc)
                {
                    return Contract.ZeroAlloc;
                }
            }
        }

        return Contract.None;
    }
}
