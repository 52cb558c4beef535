using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Bolt.Gate.Reading;

namespace Bolt.Gate.Scope;

/// <summary>
/// Finds the contract of a method, as the analyzers do for a symbol: the nearest attribute counts, on the method, its property or event,
/// an overridden or implemented member, the types around it, the assembly.
/// </summary>
internal sealed class MemberContracts(TypeUniverse universe, MethodOwners owners)
{
    public const string ZeroAlloc = "Bolt.ZeroAllocAttribute";
    public const string AllowAllocation = "Bolt.AllowAllocationAttribute";
    private const int Deepest = 32;

    private readonly Dictionary<MethodDefinitionHandle, MemberContract> _contracts = [];
    private readonly Dictionary<(MetadataReader Reader, TypeDefinitionHandle Type), Dictionary<MethodDefinitionHandle, CustomAttributeHandleCollection>> _accessors = [];

    /// <summary>The contract of a method of the assembly that is read; what the compiler made of a lambda or local function has that of the member around it.</summary>
    public MemberContract Of(MethodDefinitionHandle method)
    {
        if (_contracts.TryGetValue(method, out var known))
            return known;

        var reader = universe.Own.Reader;
        var contract = Declared(reader, reader.GetMethodDefinition(method).GetCustomAttributes());
        if (contract.Promise == Promise.None)
        {
            contract = owners.Around(method) is { } around
                ? Of(around)
                : universe.Find(TypeRefProvider.Of(reader, reader.GetMethodDefinition(method).GetDeclaringType())) is { } type ? Find(type, method, 0) : default;
        }

        _contracts[method] = contract;
        return contract;
    }

    private static MemberContract Declared(MetadataReader reader, CustomAttributeHandleCollection attributes) =>
        AttributeReader.Find(reader, attributes, ZeroAlloc) is not null
            ? new MemberContract(Promise.ZeroAlloc)
            : AttributeReader.Find(reader, attributes, AllowAllocation) is { } allowed
                ? new MemberContract(Promise.Allowed, AttributeReader.Text(reader, allowed))
                : default;

    private MemberContract Find(ResolvedType type, MethodDefinitionHandle handle, int depth)
    {
        if (depth > Deepest)
            return default;

        var reader = type.Reader;
        var method = reader.GetMethodDefinition(handle);
        if (Declared(reader, method.GetCustomAttributes()) is { Promise: not Promise.None } own)
            return own;
        if (Accessors(type).TryGetValue(handle, out var attributes) && Declared(reader, attributes) is { Promise: not Promise.None } property)
            return property;
        if ((method.Attributes & MethodAttributes.Virtual) != 0 && Inherits(type, handle, method, depth))
            return new MemberContract(Promise.ZeroAlloc);

        for (var outer = type.Handle; !outer.IsNil; outer = reader.GetTypeDefinition(outer).GetDeclaringType())
        {
            if (Declared(reader, reader.GetTypeDefinition(outer).GetCustomAttributes()) is { Promise: not Promise.None } around)
                return around;
        }

        return reader.IsAssembly ? Declared(reader, reader.GetAssemblyDefinition().GetCustomAttributes()) : default;
    }

    /// <summary>Whether a member that this one overrides or implements is [ZeroAlloc]; permission to allocate is not handed down.</summary>
    private bool Inherits(ResolvedType type, MethodDefinitionHandle handle, MethodDefinition method, int depth)
    {
        var reader = type.Reader;
        foreach (var each in type.Definition.GetMethodImplementations())
        {
            var implementation = reader.GetMethodImplementation(each);
            if (implementation.MethodBody == handle
                && MemberToken.Of(reader, MetadataTokens.GetToken(implementation.MethodDeclaration)) is { } declaration
                && IsZeroAlloc(type.InUniverse(declaration.Type), declaration.Name, declaration.Signature, depth))
            {
                return true;
            }
        }

        var name = reader.GetString(method.Name);
        var signature = method.DecodeSignature(TypeRefProvider.Instance, null);
        if ((method.Attributes & MethodAttributes.NewSlot) == 0)
        {
            var ancestor = type.Base(universe);
            for (var steps = 0; ancestor is not null && steps < Deepest; steps++)
            {
                if (IsZeroAlloc(ancestor, name, signature, depth))
                    return true;
                ancestor = universe.Find(ancestor)?.Base(universe);
            }
        }

        if ((method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public)
            return false;

        // The metadata of a type lists the interfaces of its interfaces too.
        foreach (var implemented in type.Interfaces())
        {
            if (IsZeroAlloc(implemented, name, signature, depth))
                return true;
        }

        return false;
    }

    private bool IsZeroAlloc(TypeRef typeName, string name, MethodSignature<TypeRef>? signature, int depth)
    {
        if (universe.Find(typeName) is not { } type)
            return false;

        foreach (var handle in type.Definition.GetMethods())
        {
            var method = type.Reader.GetMethodDefinition(handle);
            if ((method.Attributes & MethodAttributes.Virtual) != 0
                && type.Reader.StringComparer.Equals(method.Name, name)
                && IsAlike(method.DecodeSignature(TypeRefProvider.Instance, null), signature)
                && Find(type, handle, depth + 1).Promise == Promise.ZeroAlloc)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the parameters are the same, as far as type parameters let them be compared.</summary>
    private static bool IsAlike(MethodSignature<TypeRef> left, MethodSignature<TypeRef>? right)
    {
        if (right is not { } other || left.ParameterTypes.Length != other.ParameterTypes.Length || left.GenericParameterCount != other.GenericParameterCount)
            return false;

        for (var index = 0; index < left.ParameterTypes.Length; index++)
        {
            var (one, two) = (left.ParameterTypes[index].DocumentationId, other.ParameterTypes[index].DocumentationId);
            if (one != two && one.IndexOf('`') < 0 && two.IndexOf('`') < 0)
                return false;
        }

        return true;
    }

    /// <summary>The attributes of the property or event that an accessor belongs to.</summary>
    private Dictionary<MethodDefinitionHandle, CustomAttributeHandleCollection> Accessors(ResolvedType type)
    {
        var key = (type.Reader, type.Handle);
        if (_accessors.TryGetValue(key, out var accessors))
            return accessors;

        _accessors[key] = accessors = [];
        foreach (var handle in type.Definition.GetProperties())
        {
            var property = type.Reader.GetPropertyDefinition(handle);
            accessors[property.GetAccessors().Getter] = property.GetCustomAttributes();
            accessors[property.GetAccessors().Setter] = property.GetCustomAttributes();
        }

        foreach (var handle in type.Definition.GetEvents())
        {
            var @event = type.Reader.GetEventDefinition(handle);
            accessors[@event.GetAccessors().Adder] = @event.GetCustomAttributes();
            accessors[@event.GetAccessors().Remover] = @event.GetCustomAttributes();
        }

        return accessors;
    }
}
