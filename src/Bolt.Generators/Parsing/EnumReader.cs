using Bolt.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Bolt.Generators.Parsing;

/// <summary>Reads the names of an enum.</summary>
internal static class EnumReader
{
    public static EnumModel Read(INamedTypeSymbol type, string typeName)
    {
        bool isFlags = IsFlags(type);
        var members = new List<EnumMember>();
        foreach (ISymbol symbol in type.GetMembers())
        {
            if (symbol is not IFieldSymbol { HasConstantValue: true, ConstantValue: { } value } field) continue;
            ulong bits = Bits(value);

            // Of several names for one value Enum.ToString takes the first, of flags the last.
            int same = members.FindIndex(m => m.Bits == bits);
            if (same < 0) members.Add(new EnumMember(field.Name, bits));
            else if (isFlags && bits != 0) members[same] = new EnumMember(field.Name, bits);
        }

        members.Sort(static (a, b) => a.Bits.CompareTo(b.Bits));
        return new EnumModel(typeName, Names.Plain(type.EnumUnderlyingType!), isFlags, members);
    }

    private static ulong Bits(object value) => value switch
    {
        sbyte v => (byte)v,
        short v => (ushort)v,
        int v => (uint)v,
        long v => (ulong)v,
        byte v => v,
        ushort v => v,
        uint v => v,
        ulong v => v,
        _ => 0,
    };

    private static bool IsFlags(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "FlagsAttribute" } flags && flags.ContainingNamespace.Is("System")) return true;
        }

        return false;
    }
}
