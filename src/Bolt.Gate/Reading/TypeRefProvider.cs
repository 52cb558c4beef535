using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Bolt.Gate.Reading;

/// <summary>Reads signatures into <see cref="TypeRef"/>s.</summary>
internal sealed class TypeRefProvider : ISignatureTypeProvider<TypeRef, object?>
{
    private const byte ValueTypeTag = 0x11;
    private const byte ClassTag = 0x12;

    public static readonly TypeRefProvider Instance = new();

    /// <summary>The type that a token stands for.</summary>
    public static TypeRef Of(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => Instance.GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => Instance.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => Instance.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)handle, 0),
        _ => TypeRef.Nothing,
    };

    /// <summary>The full name of a type of the assembly that is read.</summary>
    public static string FullName(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
            return FullName(reader, outer) + "+" + name;

        var space = reader.GetString(type.Namespace);
        return space.Length == 0 ? name : space + "." + name;
    }

    public TypeRef GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        new(FullName(reader, handle), null, Shape(rawTypeKind));

    public TypeRef GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        switch (type.ResolutionScope.Kind)
        {
            case HandleKind.TypeReference:
                var outer = GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0);
                return new TypeRef(outer.Name + "+" + name, outer.Assembly, Shape(rawTypeKind));
            case HandleKind.AssemblyReference:
                var assembly = reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
                return new TypeRef(Qualified(), reader.GetString(assembly.Name), Shape(rawTypeKind));
            default:
                return new TypeRef(Qualified(), null, Shape(rawTypeKind));
        }

        string Qualified()
        {
            var space = reader.GetString(type.Namespace);
            return space.Length == 0 ? name : space + "." + name;
        }
    }

    public TypeRef GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public TypeRef GetPrimitiveType(PrimitiveTypeCode typeCode) => new(
        "System." + typeCode,
        "System.Runtime",
        typeCode is PrimitiveTypeCode.Object or PrimitiveTypeCode.String ? TypeShape.Reference : TypeShape.Value);

    public TypeRef GetGenericInstantiation(TypeRef genericType, ImmutableArray<TypeRef> typeArguments) =>
        new(genericType.Name, genericType.Assembly, genericType.Shape) { Arguments = typeArguments };

    public TypeRef GetSZArrayType(TypeRef elementType) => Of(elementType, TypeShape.Array, "[]");

    public TypeRef GetArrayType(TypeRef elementType, ArrayShape shape)
    {
        var dimensions = new string[shape.Rank];
        for (var index = 0; index < dimensions.Length; index++)
            dimensions[index] = "0:";
        return Of(elementType, TypeShape.Array, "[" + string.Join(",", dimensions) + "]");
    }

    public TypeRef GetByReferenceType(TypeRef elementType) => Of(elementType, TypeShape.Other, "@");

    public TypeRef GetPointerType(TypeRef elementType) => Of(elementType, TypeShape.Other, "*");

    public TypeRef GetPinnedType(TypeRef elementType) => elementType;

    public TypeRef GetModifiedType(TypeRef modifier, TypeRef unmodifiedType, bool isRequired) => unmodifiedType;

    public TypeRef GetFunctionPointerType(MethodSignature<TypeRef> signature) => new("method*", shape: TypeShape.Other);

    public TypeRef GetGenericTypeParameter(object? genericContext, int index) => new("T", shape: TypeShape.TypeParameter) { Position = index };

    public TypeRef GetGenericMethodParameter(object? genericContext, int index) => new("T", shape: TypeShape.MethodParameter) { Position = index };

    private static TypeRef Of(TypeRef element, TypeShape shape, string suffix) => new(element.Name + suffix, element.Assembly, shape) { Element = element, Suffix = suffix };

    private static TypeShape Shape(byte tag) => tag switch
    {
        ValueTypeTag => TypeShape.Value,
        ClassTag => TypeShape.Reference,
        _ => TypeShape.Unknown,
    };
}
