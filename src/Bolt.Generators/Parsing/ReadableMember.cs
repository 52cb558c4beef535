using Bolt.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Bolt.Generators.Parsing;

/// <summary>A public property or field that an object is written with.</summary>
internal readonly struct ReadableMember
{
    private ReadableMember(string name, ITypeSymbol type, string? key, RedactionModel redaction)
    {
        Name = name;
        Type = type;
        Key = key;
        Redaction = redaction;
    }

    public string Name { get; }

    public ITypeSymbol Type { get; }

    /// <summary>The key that <c>[LogName]</c> gives.</summary>
    public string? Key { get; }

    public RedactionModel Redaction { get; }

    public static bool Any(ITypeSymbol type)
    {
        foreach (INamedTypeSymbol declaring in Declaring(type))
        {
            foreach (ISymbol member in declaring.GetMembers())
            {
                if (TypeOf(member) is not null) return true;
            }
        }

        return false;
    }

    /// <summary>The members of a type, those of base classes first, without the ignored and the omitted.</summary>
    public static IEnumerable<ReadableMember> Of(ITypeSymbol type)
    {
        var found = new List<ReadableMember>();
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            foreach (IFieldSymbol element in tuple.TupleElements) found.Add(new ReadableMember(element.Name, element.Type, null, RedactionModel.None));
            return found;
        }

        foreach (INamedTypeSymbol declaring in Declaring(type))
        {
            foreach (ISymbol member in declaring.GetMembers())
            {
                if (TypeOf(member) is not { } memberType) continue;

                // What a derived class overrides or hides keeps its place and takes the derived declaration.
                int at = found.FindIndex(m => m.Name == member.Name);
                if (at >= 0) found.RemoveAt(at);
                if (Read(member, memberType) is not { } read) continue;
                found.Insert(at >= 0 ? at : found.Count, read);
            }
        }

        return found;
    }

    /// <summary>The redaction that an attribute of the symbol asks for.</summary>
    public static RedactionModel RedactionOf(AttributeData sensitive) =>
        sensitive.ConstructorArguments is [{ Value: int value }] && value is >= 0 and <= 3 ? (RedactionModel)(value + 1) : RedactionModel.Mask;

    private static IEnumerable<INamedTypeSymbol> Declaring(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named) return [];
        if (type.TypeKind == TypeKind.Interface) return type.AllInterfaces.Reverse().Concat([named]);
        var chain = new List<INamedTypeSymbol>();
        for (INamedTypeSymbol? t = named; t is not null && t.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); t = t.BaseType) chain.Add(t);
        chain.Reverse();
        return chain;
    }

    private static ITypeSymbol? TypeOf(ISymbol member)
    {
        if (member is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false, CanBeReferencedByName: true }) return null;
        return member switch
        {
            IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property when !IsUnusable(member) => property.Type,
            IFieldSymbol { IsImplicitlyDeclared: false } field when !IsUnusable(member) => field.Type,
            IFieldSymbol { CorrespondingTupleField: not null } field => field.Type,
            _ => null,
        };
    }

    /// <summary>Whether naming the member would be an error in the user's project.</summary>
    private static bool IsUnusable(ISymbol member)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "ExperimentalAttribute" or "CompilerFeatureRequiredAttribute") return true;
            if (attribute.AttributeClass?.Name == "ObsoleteAttribute" && attribute.ConstructorArguments is [_, { Value: true }]) return true;
        }

        return false;
    }

    private static ReadableMember? Read(ISymbol member, ITypeSymbol type)
    {
        if (Attribute(member, "LogIgnoreAttribute") is not null) return null;
        RedactionModel redaction = Attribute(member, "SensitiveAttribute") is { } sensitive ? RedactionOf(sensitive) : RedactionModel.None;
        if (redaction == RedactionModel.Omit) return null;
        string? key = Attribute(member, "LogNameAttribute")?.ConstructorArguments is [{ Value: string name }] ? name : null;
        return new ReadableMember(member.Name, type, key, redaction);
    }

    /// <summary>An attribute of the member, of what it overrides, or of the record parameter that declares it.</summary>
    private static AttributeData? Attribute(ISymbol member, string name)
    {
        for (ISymbol? m = member; m is not null; m = (m as IPropertySymbol)?.OverriddenProperty)
        {
            if (WellKnown.Find(m, name) is { } attribute) return attribute;
            if (m is IPropertySymbol { ContainingType: { IsRecord: true } record })
            {
                foreach (IMethodSymbol constructor in record.InstanceConstructors)
                {
                    foreach (IParameterSymbol parameter in constructor.Parameters)
                    {
                        if (parameter.Name == m.Name && WellKnown.Find(parameter, name) is { } onParameter) return onParameter;
                    }
                }
            }
        }

        return null;
    }
}
