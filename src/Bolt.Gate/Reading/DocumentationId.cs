using System.Reflection.Metadata;

namespace Bolt.Gate.Reading;

/// <summary>The ids by which documentation, and the baseline, name methods; the compiler's symbols have the same.</summary>
internal static class DocumentationId
{
    public static string Of(MetadataReader reader, MethodDefinitionHandle handle)
    {
        var method = reader.GetMethodDefinition(handle);
        var name = reader.GetString(method.Name);
        var signature = method.DecodeSignature(TypeRefProvider.Instance, null);
        var id = "M:" + TypeRefProvider.FullName(reader, method.GetDeclaringType()).Replace('+', '.') + "."
            + name.Replace('.', '#').Replace('<', '{').Replace('>', '}').Replace(',', '@');
        if (signature.GenericParameterCount > 0)
            id += "``" + signature.GenericParameterCount;
        if (signature.ParameterTypes.Length > 0)
        {
            var parameters = new string[signature.ParameterTypes.Length];
            for (var index = 0; index < parameters.Length; index++)
                parameters[index] = signature.ParameterTypes[index].DocumentationId;
            id += "(" + string.Join(",", parameters) + ")";
        }

        return name is "op_Implicit" or "op_Explicit" ? id + "~" + signature.ReturnType.DocumentationId : id;
    }
}
