using System.Reflection;
using System.Reflection.Metadata;
using Bolt.Gate.Reading;

namespace Bolt.FrameworkTable;

/// <summary>A method of the framework, and what has been found out about it.</summary>
internal sealed class MethodNode
{
    public MethodNode(TypeNode type, MethodDefinitionHandle handle)
    {
        Type = type;
        Handle = handle;
        var reader = type.Unit.Reader;
        var definition = reader.GetMethodDefinition(handle);
        Attributes = definition.Attributes;
        HasBody = definition.RelativeVirtualAddress != 0;
        Name = reader.GetString(definition.Name);
        Signature = definition.DecodeSignature(TypeRefProvider.Instance, null);
        Key = KeyOf(Name, Signature);
    }

    public TypeNode Type { get; }

    public MethodDefinitionHandle Handle { get; }

    public MethodAttributes Attributes { get; }

    public bool HasBody { get; }

    public string Name { get; }

    public MethodSignature<TypeRef> Signature { get; }

    public int ParameterCount => Signature.ParameterTypes.Length;

    /// <summary>Name and signature, as definitions and references of it have them alike.</summary>
    public string Key { get; }

    public bool IsAbstract => (Attributes & MethodAttributes.Abstract) != 0;

    /// <summary>Whether a derived type may run other code in its place.</summary>
    public bool IsOverridable => (Attributes & MethodAttributes.Virtual) != 0 && (Attributes & MethodAttributes.Final) == 0 && !Type.IsSealed;

    /// <summary>Whether code of another assembly can call it, at least from a derived type.</summary>
    public bool IsVisible => Type.IsVisible
        && (Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    public string DocumentationId => Bolt.Gate.Reading.DocumentationId.Of(Type.Unit.Reader, Handle);

    /// <summary>Whether it only throws.</summary>
    public bool NeverReturns { get; set; }

    /// <summary>What its hot code does itself.</summary>
    public MethodFacts Facts { get; set; } = MethodFacts.None;

    /// <summary>What is known of it, with what it calls.</summary>
    public Effects Effects { get; set; }

    /// <summary>Why, for whom asks.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Whether every way through it allocates.</summary>
    public bool AlwaysAllocates { get; set; }

    /// <summary>Whether it hands out what was allocated for the call.</summary>
    public bool ReturnsNew { get; set; }

    /// <summary>Whether that is the rule: what hands an argument back makes something new only if it has to, but texts and immutable collections are there to be changed.</summary>
    public bool MakesResult => ReturnsNew && (AlwaysAllocates
        || (!Name.StartsWith("get_", StringComparison.Ordinal)
            && (!Facts.ReturnsArgument || Signature.ReturnType.Name == "System.String" || Type.Name.StartsWith("System.Collections.Immutable.", StringComparison.Ordinal))));

    /// <summary>What may run when it is called on an object of which only the framework's types are known.</summary>
    public IEnumerable<MethodNode> Implementations()
    {
        var targets = new HashSet<MethodNode>();
        if (!IsAbstract)
            targets.Add(this);
        foreach (var type in Type.Descendants())
        {
            if (type.IsInterface || (type.Definition.Attributes & TypeAttributes.Abstract) != 0)
                continue;
            foreach (var implementation in type.Implementing(Name, ParameterCount))
            {
                if (!implementation.IsAbstract)
                    targets.Add(implementation);
            }
        }

        return targets;
    }

    public static string KeyOf(string name, MethodSignature<TypeRef> signature)
    {
        var text = new System.Text.StringBuilder(name).Append('`').Append(signature.GenericParameterCount).Append('(');
        foreach (var parameter in signature.ParameterTypes)
            text.Append(parameter.DocumentationId).Append(',');
        return text.Append(')').Append(signature.ReturnType.DocumentationId).ToString();
    }

    public override string ToString() => Type.Name + "::" + Name;
}
