using System.Reflection.Metadata;

namespace Bolt.Gate.Reading;

/// <summary>Finds attributes by full name, whichever assembly declares them.</summary>
internal static class AttributeReader
{
    public static CustomAttribute? Find(MetadataReader reader, CustomAttributeHandleCollection attributes, string fullName)
    {
        foreach (var handle in attributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (TypeOf(reader, attribute)?.Name == fullName)
                return attribute;
        }

        return null;
    }

    /// <summary>The one string that the attribute was constructed with; empty if there is none.</summary>
    public static string Text(MetadataReader reader, CustomAttribute attribute)
    {
        var blob = reader.GetBlobReader(attribute.Value);
        if (blob.Length < 2 || blob.ReadUInt16() != 1 || blob.RemainingBytes <= 2)
            return "";

        // Declared by the project itself, the attribute may be constructed with something else.
        var constructor = MemberToken.Of(reader, System.Reflection.Metadata.Ecma335.MetadataTokens.GetToken(attribute.Constructor));
        return constructor.Signature is { ParameterTypes: [{ Name: "System.String" }, ..] } ? blob.ReadSerializedString() ?? "" : "";
    }

    private static TypeRef? TypeOf(MetadataReader reader, CustomAttribute attribute) => attribute.Constructor.Kind switch
    {
        HandleKind.MethodDefinition => TypeRefProvider.Of(reader, reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()),
        HandleKind.MemberReference => TypeRefProvider.Of(reader, reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent),
        _ => null,
    };
}
