using System.Globalization;
using System.Text;
using Bolt.Generators.Model;

namespace Bolt.Generators.Emission;

/// <summary>Writes the writer of an enum: a switch to literals, so that no name is looked up at run time.</summary>
internal static class EnumEmitter
{
    public static void Emit(CodeWriter code, EnumModel model, string name)
    {
        bool isUnsigned = model.UnderlyingType is "byte" or "ushort" or "uint" or "ulong";
        bool isWide = model.UnderlyingType is "long" or "ulong";
        string number = isWide ? (isUnsigned ? "ulong" : "long") : isUnsigned ? "uint" : "int";

        code.Line($"internal const int Width_{name} = {Width(model)};");
        code.Line();
        code.Open($"internal static ref byte Write_{name}(ref byte p, {model.TypeName} value)");
        code.Open($"switch (({model.UnderlyingType})value)");
        foreach (EnumMember member in model.Members)
        {
            code.Line($"case {Constant(member.Bits, model.UnderlyingType)}: return ref {Literal("\"" + member.Name + "\"")};");
        }

        if (!model.IsFlags) code.Line($"default: return ref {RuntimeNames.Json}.Value(ref p, ({number})value);");
        code.Close();
        if (model.IsFlags) Combination(code, model, number);
        code.Close();
        code.Line();
        code.Line($"internal static void Write_{name}({RuntimeNames.ValueBuffer} values, {model.TypeName} value)");
        code.Line($"    => values.Advance(ref Write_{name}(ref values.Reserve(Width_{name}), value));");
    }

    /// <summary>As <c>Enum.ToString</c>: takes names from the greatest value down, and joins them from the least up; a rest makes it a number.</summary>
    private static void Combination(CodeWriter code, EnumModel model, string number)
    {
        string unsigned = model.UnderlyingType switch { "sbyte" => "byte", "short" => "ushort", "int" => "uint", "long" => "ulong", var u => u };
        code.Line();
        code.Line($"ulong rest = unchecked(({unsigned})value);");
        code.Line("ulong found = 0;");
        for (int i = model.Members.Length - 1; i >= 0; i--)
        {
            ulong bits = model.Members[i].Bits;
            if (bits == 0) continue;
            string mask = Hex(bits);
            code.Line($"if ((rest & {mask}) == {mask}) {{ rest &= ~{mask}; found |= {Hex(1UL << i)}; }}");
        }

        code.Line($"if (rest != 0 || found == 0) return ref {RuntimeNames.Json}.Value(ref p, ({number})value);");
        code.Line();
        code.Line("bool first = true;");
        for (int i = 0; i < model.Members.Length; i++)
        {
            EnumMember member = model.Members[i];
            if (member.Bits == 0) continue;
            code.Open($"if ((found & {Hex(1UL << i)}) != 0)");
            code.Line($"p = ref first ? ref {Literal("\"" + member.Name)} : ref {Literal(", " + member.Name)};");
            code.Line("first = false;");
            code.Close();
        }

        code.Line();
        code.Line($"return ref {Literal("\"")};");
    }

    private static string Literal(string json) => $"{RuntimeNames.Json}.Literal(ref p, {Literals.CSharp(json)}u8)";

    private static string Hex(ulong bits) => "0x" + bits.ToString("X", CultureInfo.InvariantCulture) + "UL";

    private static int Width(EnumModel model)
    {
        const int WidestNumber = 20;
        int widest = WidestNumber;
        int all = 2;
        foreach (EnumMember member in model.Members)
        {
            int bytes = Encoding.UTF8.GetByteCount(member.Name);
            widest = Math.Max(widest, bytes + 2);
            all += bytes + 2;
        }

        return model.IsFlags ? Math.Max(widest, all) : widest;
    }

    private static string Constant(ulong bits, string underlyingType) => underlyingType switch
    {
        "sbyte" => ((long)unchecked((sbyte)bits)).ToString(CultureInfo.InvariantCulture),
        "short" => ((long)unchecked((short)bits)).ToString(CultureInfo.InvariantCulture),
        "int" => ((long)unchecked((int)bits)).ToString(CultureInfo.InvariantCulture),
        "long" => unchecked((long)bits).ToString(CultureInfo.InvariantCulture),
        _ => bits.ToString(CultureInfo.InvariantCulture),
    };
}
