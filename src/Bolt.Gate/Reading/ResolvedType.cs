using System.Reflection.Metadata;

namespace Bolt.Gate.Reading;

/// <summary>A type and the assembly that defines it.</summary>
internal sealed class ResolvedType(LoadedAssembly assembly, TypeDefinitionHandle handle, string? assemblyName)
{
    public MetadataReader Reader => assembly.Reader;

    public TypeDefinitionHandle Handle => handle;

    public TypeDefinition Definition => Reader.GetTypeDefinition(handle);

    public bool IsOwn => assemblyName is null;

    public bool IsValueType
    {
        get
        {
            var type = Definition.BaseType;
            return !type.IsNil && TypeRefProvider.Of(Reader, type).Name is "System.ValueType" or "System.Enum"
                && TypeRefProvider.FullName(Reader, handle) != "System.Enum";
        }
    }

    /// <summary>The base class; null for System.Object and interfaces.</summary>
    public TypeRef? Base(TypeUniverse universe) => Definition.BaseType is { IsNil: false } type ? InUniverse(TypeRefProvider.Of(Reader, type)) : null;

    /// <summary>The interfaces that the type itself lists.</summary>
    public IEnumerable<TypeRef> Interfaces()
    {
        foreach (var implementation in Definition.GetInterfaceImplementations())
            yield return InUniverse(TypeRefProvider.Of(Reader, Reader.GetInterfaceImplementation(implementation).Interface));
    }

    public bool Declares(string method)
    {
        foreach (var each in Definition.GetMethods())
        {
            if (Reader.StringComparer.Equals(Reader.GetMethodDefinition(each).Name, method))
                return true;
        }

        return false;
    }

    /// <summary>A name that this type's assembly gives to one of its own types leads, from outside, to that assembly.</summary>
    public TypeRef InUniverse(TypeRef type) =>
        type.Assembly is null && assemblyName is not null ? new TypeRef(type.Name, assemblyName, type.Shape) { Arguments = type.Arguments } : type;
}
