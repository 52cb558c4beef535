using System.Reflection;
using System.Reflection.Metadata;
using Bolt.Gate.Reading;

namespace Bolt.Gate.Detection;

/// <summary>Which boxes never reach the heap: those of references, and those that the JIT folds away whatever it inlines.</summary>
internal sealed class ElidedBox(TypeUniverse universe, MethodCode body, Func<Instruction, MemberToken> member)
{
    public bool Is(int index, TypeRef boxed)
    {
        if (IsReference(boxed))
            return true;

        var next = body.Next(index);
        switch (body.At(next))
        {
            case { IsBranchIfTrue: true } or { IsBranchIfFalse: true } or { Code: ILOpCode.Unbox or ILOpCode.Unbox_any or ILOpCode.Ldnull }:
                return true;
            case { Code: ILOpCode.Isinst }:
                return body.At(body.Next(next)) is { IsBranchIfTrue: true } or { IsBranchIfFalse: true } or { Code: ILOpCode.Ldnull or ILOpCode.Unbox_any };
        }

        var consumer = StackEffect.Consumer(body, index, member);
        return consumer >= 0
            && body.Instructions[consumer] is { Code: ILOpCode.Call or ILOpCode.Callvirt } call
            && member(call) is ({ Name: "System.Enum" }, "HasFlag", _, _, _) or ({ Name: "System.Object" }, "GetType", _, _, _);
    }

    /// <summary>Whether the type is a class, or a type parameter that stands for one.</summary>
    public bool IsReference(TypeRef type)
    {
        if (type.IsParameter)
            return IsReferenceParameter(type, 0);
        return type.Shape is TypeShape.Array or TypeShape.Reference
            || (type.Shape == TypeShape.Unknown && universe.Find(type) is { IsValueType: false });
    }

    /// <summary>Whether a type parameter is constrained to be a class, or to derive from one.</summary>
    private bool IsReferenceParameter(TypeRef type, int depth)
    {
        if (Parameter(type) is not { } parameter || depth > 8)
            return false;
        if ((parameter.Attributes & GenericParameterAttributes.ReferenceTypeConstraint) != 0)
            return true;

        var reader = universe.Own.Reader;
        foreach (var handle in parameter.GetConstraints())
        {
            var constraint = TypeRefProvider.Of(reader, reader.GetGenericParameterConstraint(handle).Type);
            if (constraint.IsParameter ? IsReferenceParameter(constraint, depth + 1) : IsClass(constraint))
                return true;
        }

        return false;
    }

    private bool IsClass(TypeRef type) =>
        type.Name is not ("System.ValueType" or "System.Enum" or "System.Object")
        && universe.Find(type) is { IsValueType: false }
        && !universe.IsInterface(type);

    private GenericParameter? Parameter(TypeRef type)
    {
        var reader = universe.Own.Reader;
        var method = reader.GetMethodDefinition(body.Method);
        var parameters = type.Shape == TypeShape.MethodParameter
            ? method.GetGenericParameters()
            : reader.GetTypeDefinition(method.GetDeclaringType()).GetGenericParameters();
        return type.Position < parameters.Count ? reader.GetGenericParameter(parameters[type.Position]) : null;
    }
}
