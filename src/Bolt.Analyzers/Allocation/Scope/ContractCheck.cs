using System.Collections.Immutable;
using Bolt.Analyzers.Allocation.Calls;
using Bolt.Analyzers.Allocation.Detection;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Scope;

/// <summary>Checks the contracts themselves: BOLT1704, BOLT1801, BOLT1802.</summary>
internal sealed class ContractCheck(AllocationContext context, CallGraph graph, Action<Diagnostic> report, CancellationToken cancellationToken)
{
    /// <summary>Checks a method, property, event or type.</summary>
    public void Check(ISymbol symbol)
    {
        if (symbol is INamedTypeSymbol type)
            CheckInheritedImplementations(type);

        var allowed = CheckAttributes(symbol);
        if (allowed is null)
            return;

        if (context.Contracts.ZeroAllocBase(symbol) is { } promised)
        {
            Report(
                AllocationRules.EscapedContract,
                symbol.Locations[0],
                AllocationProperties.Of(symbol),
                MemberName.Of(symbol),
                MemberName.Of(promised),
                "remove [AllowAllocation], or take [ZeroAlloc] off '" + MemberName.Of(promised) + "'");
        }
        else if (HasCode(symbol) && IsClean(symbol))
        {
            Report(AllocationRules.NeedlessAllowAllocation, Place(allowed), MemberName.Of(symbol));
        }
    }

    /// <summary>Checks whether the attributes of a symbol can be held; gives [AllowAllocation] if it is there and in order.</summary>
    public AttributeData? CheckAttributes(ISymbol symbol)
    {
        AttributeData? zeroAlloc = null;
        AttributeData? allowed = null;
        foreach (var attribute in symbol.GetAttributes())
        {
            switch (Contracts.Of(attribute))
            {
                case Contract.ZeroAlloc:
                    zeroAlloc = attribute;
                    break;
                case Contract.Allowed:
                    allowed = attribute;
                    break;
            }
        }

        if (zeroAlloc is not null && allowed is not null)
        {
            Report(AllocationRules.InvalidContract, Place(allowed), "'" + MemberName.Of(symbol) + "' is [ZeroAlloc] and [AllowAllocation]; remove one of them");
            return null;
        }

        if (zeroAlloc is not null && symbol is (IMethodSymbol { IsExtern: true } or INamedTypeSymbol { TypeKind: TypeKind.Enum or TypeKind.Delegate }))
            Report(AllocationRules.InvalidContract, Place(zeroAlloc), "'" + MemberName.Of(symbol) + "' has no code that [ZeroAlloc] could be checked in; remove it");

        if (allowed is not null && !HasReason(allowed))
        {
            Report(AllocationRules.InvalidContract, Place(allowed), "[AllowAllocation] on '" + MemberName.Of(symbol) + "' gives no reason; say why it may allocate");
            return null;
        }

        return allowed;
    }

    private static bool HasReason(AttributeData attribute)
    {
        foreach (var argument in attribute.ConstructorArguments)
        {
            if (argument.Kind == TypedConstantKind.Error || (argument is { Kind: not TypedConstantKind.Array, Value: string text } && !string.IsNullOrWhiteSpace(text)))
                return true;
        }

        // A project's own attribute may take the reason as a property.
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Value is { Kind: not TypedConstantKind.Array, Value: string text } && !string.IsNullOrWhiteSpace(text))
                return true;
        }

        return false;
    }

    private Location Place(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference ? reference.GetSyntax(cancellationToken).GetLocation() : Location.None;

    /// <summary>A class may implement an interface by a member of its base class, which knows nothing of the interface's contract.</summary>
    private void CheckInheritedImplementations(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || type.BaseType is null or { SpecialType: SpecialType.System_Object })
            return;

        foreach (var @interface in type.Interfaces)
        {
            if (!context.Contracts.HasZeroAllocMembers(@interface))
                continue;

            foreach (var member in @interface.GetMembers())
            {
                if (member is IMethodSymbol { AssociatedSymbol: not null } || context.Contracts.Of(member) != Contract.ZeroAlloc
                    || type.FindImplementationForInterfaceMember(member) is not { } implementation
                    || implementation.ContainingType.TypeKind == TypeKind.Interface
                    || SymbolEqualityComparer.Default.Equals(implementation.ContainingType, type)
                    || context.Contracts.Of(implementation) == Contract.ZeroAlloc)
                {
                    continue;
                }

                Report(
                    AllocationRules.EscapedContract,
                    type.Locations[0],
                    AllocationProperties.Of(implementation),
                    MemberName.Of(implementation),
                    MemberName.Of(member),
                    "mark '" + MemberName.Of(implementation) + "' [ZeroAlloc], or implement the interface in '" + type.Name + "'");
            }
        }
    }

    private static bool HasCode(ISymbol symbol)
    {
        foreach (var method in MethodsOf(symbol))
        {
            if (!method.IsAbstract && !method.IsExtern)
                return true;
        }

        return false;
    }

    private bool IsClean(ISymbol symbol)
    {
        foreach (var method in MethodsOf(symbol))
        {
            if (!graph.IsClean(CallGraph.Definition(method), cancellationToken))
                return false;
        }

        return true;
    }

    /// <summary>The methods that are made of a symbol: itself, its accessors, or those of its members.</summary>
    private static ImmutableArray<IMethodSymbol> MethodsOf(ISymbol symbol)
    {
        var methods = ImmutableArray.CreateBuilder<IMethodSymbol>();
        switch (symbol)
        {
            case IMethodSymbol method:
                methods.Add(method);
                break;
            case IPropertySymbol property:
                if (property.GetMethod is { } getter)
                    methods.Add(getter);
                if (property.SetMethod is { } setter)
                    methods.Add(setter);
                break;
            case IEventSymbol { AddMethod: { } adder, RemoveMethod: { } remover }:
                methods.Add(adder);
                methods.Add(remover);
                break;
            case INamedTypeSymbol type:
                foreach (var member in type.GetMembers())
                {
                    // What the compiler writes for a record is none of the user's.
                    if (member is INamedTypeSymbol nested)
                        methods.AddRange(MethodsOf(nested));
                    else if (member is IMethodSymbol method && (!method.IsImplicitlyDeclared || method.MethodKind == MethodKind.Constructor) && Contracts.Declared(method) != Contract.ZeroAlloc)
                        methods.Add(method);
                }

                break;
        }

        return methods.ToImmutable();
    }

    private void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        Report(rule, location, ImmutableDictionary<string, string?>.Empty, arguments);

    private void Report(DiagnosticDescriptor rule, Location location, ImmutableDictionary<string, string?> properties, params object[] arguments)
    {
        if (location.SourceTree is { } tree && !context.IsGenerated(tree, cancellationToken))
            report(Diagnostic.Create(rule, location, properties, arguments));
    }
}
