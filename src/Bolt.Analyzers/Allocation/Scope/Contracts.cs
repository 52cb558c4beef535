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
    private readonly ConcurrentDictionary<ISymbol, bool> _promisingInterfaces = new(SymbolEqualityComparer.Default);

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
            if (Of(attribute) is not Contract.None and var contract)
                return contract;
        }

        return Contract.None;
    }

    /// <summary>The contract that an attribute states; None for every other attribute.</summary>
    public static Contract Of(AttributeData attribute) => attribute.AttributeClass switch
    {
        // The short names first: building a full name allocates, and few attributes have these.
        { Name: "ZeroAllocAttribute" } type when WellKnownNames.Of(type) == WellKnownNames.ZeroAllocAttribute => Contract.ZeroAlloc,
        { Name: "AllowAllocationAttribute" } type when WellKnownNames.Of(type) == WellKnownNames.AllowAllocationAttribute => Contract.Allowed,
        _ => Contract.None,
    };

    /// <summary>
    /// The contract of the initialiser of a field or property. It runs as the first part of each constructor, and so is under the
    /// contract of one too.
    /// </summary>
    public Contract OfInitializer(ISymbol member)
    {
        if (Of(member) is not Contract.None and var contract)
            return contract;
        if (member.IsStatic || member.ContainingType is not { } type)
            return Contract.None;

        foreach (var constructor in type.InstanceConstructors)
        {
            if (Of(constructor) == Contract.ZeroAlloc)
                return Contract.ZeroAlloc;
        }

        return Contract.None;
    }

    /// <summary>The member that <paramref name="symbol"/> overrides or implements and that is [ZeroAlloc]; null if none is.</summary>
    public ISymbol? ZeroAllocBase(ISymbol symbol)
    {
        var overridden = symbol switch
        {
            IMethodSymbol method => (ISymbol?)method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            IEventSymbol @event => @event.OverriddenEvent,
            _ => null,
        };
        if (overridden is not null && Of(overridden) == Contract.ZeroAlloc)
            return overridden;

        // Static members implement static abstract ones.
        if (symbol is not (IMethodSymbol or IPropertySymbol or IEventSymbol) || symbol.ContainingType is not { TypeKind: not TypeKind.Interface } type)
            return null;

        foreach (var @interface in type.AllInterfaces)
        {
            if (!HasZeroAllocMembers(@interface))
                continue;

            foreach (var member in @interface.GetMembers())
            {
                if (member.Kind == symbol.Kind
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, symbol.OriginalDefinition)
                    && Of(member) == Contract.ZeroAlloc)
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>Whether an interface, or any member of it, is [ZeroAlloc]. Most are not, and looking for their implementations is dear.</summary>
    public bool HasZeroAllocMembers(INamedTypeSymbol @interface)
    {
        var definition = @interface.OriginalDefinition;
        if (_promisingInterfaces.TryGetValue(definition, out var promises))
            return promises;

        foreach (var member in definition.GetMembers())
            promises |= Of(member) == Contract.ZeroAlloc;

        return _promisingInterfaces.GetOrAdd(definition, promises);
    }

    private Contract Find(ISymbol symbol)
    {
        if (Declared(symbol) is not Contract.None and var declared)
            return declared;

        // A contract may stand on either part of a partial member.
        if (OtherPart(symbol) is { } part && Declared(part) is not Contract.None and var ofPart)
            return ofPart;

        if (symbol is IMethodSymbol { AssociatedSymbol: { } associated })
        {
            var ofAssociated = Of(associated);
            return ofAssociated == Contract.None && ZeroAllocBase(symbol) is not null ? Contract.ZeroAlloc : ofAssociated;
        }

        // Only [ZeroAlloc] is handed down: permission to allocate is each implementation's own.
        if (ZeroAllocBase(symbol) is not null)
            return Contract.ZeroAlloc;

        return symbol.ContainingSymbol switch
        {
            IMethodSymbol or IPropertySymbol or IEventSymbol or IFieldSymbol or INamedTypeSymbol => Of(symbol.ContainingSymbol),
            _ => symbol.ContainingAssembly is { } assembly && !SymbolEqualityComparer.Default.Equals(assembly, symbol) ? Of(assembly) : Contract.None,
        };
    }

    private static ISymbol? OtherPart(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.PartialDefinitionPart ?? method.PartialImplementationPart,
        IPropertySymbol property => property.PartialDefinitionPart ?? property.PartialImplementationPart,
        _ => null,
    };
}
