using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Bolt.Gate.Reading;

/// <summary>The member that the operand of an instruction names.</summary>
/// <param name="Type">The type that it is called on.</param>
/// <param name="Name">Its name.</param>
/// <param name="Signature">Its signature; null for a field.</param>
/// <param name="Definition">Where it is defined, if that is the assembly that is read.</param>
/// <param name="TypeArguments">The type arguments of a generic method.</param>
internal sealed record MemberToken(
    TypeRef Type,
    string Name,
    MethodSignature<TypeRef>? Signature,
    MethodDefinitionHandle Definition,
    IReadOnlyList<TypeRef> TypeArguments)
{
    private static readonly MemberToken s_unknown = new(TypeRef.Nothing, "?", null, default, []);

    public TypeRef Returns => Signature?.ReturnType ?? TypeRef.Nothing;

    /// <summary>How many values a call takes from the stack, without the receiver.</summary>
    public int ParameterCount => Signature?.ParameterTypes.Length ?? 0;

    public static MemberToken Of(MetadataReader reader, int token)
    {
        var handle = MetadataTokens.EntityHandle(token);
        IReadOnlyList<TypeRef> arguments = [];
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            var instance = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
            arguments = instance.DecodeSignature(TypeRefProvider.Instance, null);
            handle = instance.Method;
        }

        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                var method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                return new MemberToken(
                    TypeRefProvider.Of(reader, method.GetDeclaringType()),
                    reader.GetString(method.Name),
                    method.DecodeSignature(TypeRefProvider.Instance, null),
                    (MethodDefinitionHandle)handle,
                    arguments);
            case HandleKind.FieldDefinition:
                var field = reader.GetFieldDefinition((FieldDefinitionHandle)handle);
                return new MemberToken(TypeRefProvider.Of(reader, field.GetDeclaringType()), reader.GetString(field.Name), null, default, arguments);
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                var type = member.Parent.Kind == HandleKind.MethodDefinition
                    ? TypeRefProvider.Of(reader, reader.GetMethodDefinition((MethodDefinitionHandle)member.Parent).GetDeclaringType())
                    : TypeRefProvider.Of(reader, member.Parent);
                return new MemberToken(
                    type,
                    reader.GetString(member.Name),
                    member.GetKind() == MemberReferenceKind.Method ? member.DecodeMethodSignature(TypeRefProvider.Instance, null) : null,
                    default,
                    arguments);
            default:
                return s_unknown;
        }
    }
}
