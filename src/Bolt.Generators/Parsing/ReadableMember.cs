using System.Collections.Immutable;
using Bolt.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Bolt.Generators.Parsing;

/// <summary>A public property or field that an object is written with.</summary>
internal readonly struct ReadableMember
{
    private ReadableMember(string name, ITypeSymbol type, string? key, RedactionModel redaction, ImmutableArray<AttributeData> classification)
    {
        Name = name;
        Type = type;
        Key = key;
        Redaction = redaction;
        Classification = classification;
    }

    public string Name { get; }

    public ITypeSymbol Type { get; }

    /// <summary>The key that <c>[LogName]</c> gives.</summary>
    public string? Key { get; }

    public RedactionModel Redaction { get; }

    /// <summary>The attributes that classify it; empty if none do.</summary>
    public ImmutableArray<AttributeData> Classification { get; }

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
            foreach (IFieldSymbol element in tuple.TupleElements) found.Add(new ReadableMember(element.Name, element.Type, null, RedactionModel.None, []));
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

    private static RedactionModel RedactionOf(AttributeData sensitive) =>
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

    /// <summary>What is left of a value: what <c>[Sensitive]</c> says, else what its classification asks for.</summary>
    public static RedactionModel RedactionOf(AttributeData? sensitive, ImmutableArray<AttributeData> classification) =>
        sensitive is not null ? RedactionOf(sensitive) : DataClassification.Redacts(classification) ? RedactionModel.Classified : RedactionModel.None;

    /// <summary>Whether two attributes say differently what is left of a value that is written at all.</summary>
    public static bool IsRedactedTwice(RedactionModel redaction, ImmutableArray<AttributeData> classification) =>
        redaction is not (RedactionModel.None or RedactionModel.Classified or RedactionModel.Omit) && DataClassification.Redacts(classification);

    /// <summary>Whether naming the member would be an error in the user's project.</summary>
    public static bool IsUnusable(ISymbol member)
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
        List<ImmutableArray<AttributeData>>? attributes = Attributes(member);
        if (attributes is null) return new ReadableMember(member.Name, type, null, RedactionModel.None, []);
        if (Attribute(attributes, "LogIgnoreAttribute") is not null) return null;
        ImmutableArray<AttributeData> classification = Classified(attributes);
        RedactionModel redaction = RedactionOf(Attribute(attributes, "SensitiveAttribute"), classification);
        if (redaction == RedactionModel.Omit) return null;
        string? key = Attribute(attributes, "LogNameAttribute")?.ConstructorArguments is [{ Value: string name }] ? name : null;
        return new ReadableMember(member.Name, type, key, redaction, classification);
    }

    /// <summary>The attributes of the member, of the record parameter that declares it, and of what it overrides; null where there are none.</summary>
    private static List<ImmutableArray<AttributeData>>? Attributes(ISymbol member)
    {
        List<ImmutableArray<AttributeData>>? found = null;
        for (ISymbol? m = member; m is not null; m = (m as IPropertySymbol)?.OverriddenProperty)
        {
            Add(m);
            if (m is not IPropertySymbol { ContainingType: { IsRecord: true } record }) continue;
            foreach (IMethodSymbol constructor in record.InstanceConstructors)
            {
                foreach (IParameterSymbol parameter in constructor.Parameters)
                {
                    if (parameter.Name == m.Name) Add(parameter);
                }
            }
        }

        return found;

        void Add(ISymbol symbol)
        {
            ImmutableArray<AttributeData> attributes = symbol.GetAttributes();
            if (!attributes.IsEmpty) (found ??= []).Add(attributes);
        }
    }

    private static AttributeData? Attribute(List<ImmutableArray<AttributeData>> declarations, string name)
    {
        foreach (ImmutableArray<AttributeData> attributes in declarations)
        {
            foreach (AttributeData attribute in attributes)
            {
                if (WellKnown.IsBolt(attribute, name)) return attribute;
            }
        }

        return null;
    }

    /// <summary>The classification of the first declaration that has one.</summary>
    private static ImmutableArray<AttributeData> Classified(List<ImmutableArray<AttributeData>> declarations)
    {
        foreach (ImmutableArray<AttributeData> attributes in declarations)
        {
            ImmutableArray<AttributeData> found = DataClassification.Of(attributes);
            if (!found.IsEmpty) return found;
        }

        return [];
    }
}
