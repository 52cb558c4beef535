using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Scope;

/// <summary>Finds the members that <c>bolt_hot_members</c> names.</summary>
internal static class HotMembers
{
    /// <summary>Whether a member, or a type around it, is in the list that holds in its file.</summary>
    public static bool Contain(ISymbol member, AllocationOptions options)
    {
        if (options.HotMembers.IsEmpty)
            return false;

        var named = (member as IMethodSymbol)?.AssociatedSymbol ?? member;
        var name = (named as IMethodSymbol)?.ExplicitInterfaceImplementations is [var implemented, ..] ? implemented.Name : named.Name;
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            var typeName = WellKnownNames.Of(type);
            if (options.HotMembers.Contains(typeName) || (name is not null && options.HotMembers.Contains(typeName + "." + name)))
                return true;

            name = null;
        }

        return false;
    }
}
