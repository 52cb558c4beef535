using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>The names of an enum, encoded once: what <c>Enum.ToString()</c> says of a value, without its allocations.</summary>
/// <typeparam name="T">The enum. Not constrained, so that generic code which has only found out that it is one can use it.</typeparam>
[ZeroAlloc]
internal static class EnumText<T>
{
    private static readonly bool s_isFlags = typeof(T).IsDefined(typeof(FlagsAttribute), false);
    private static readonly bool s_isSigned = Type.GetTypeCode(typeof(T)) is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64;

    // Ascending as unsigned numbers; names of equal values all kept, since Enum.ToString() picks a different one alone than in a combination.
    private static readonly ulong[] s_values;
    private static readonly byte[][] s_names;
    private static readonly byte[][] s_soleNames;

    static EnumText()
    {
        string[] names = Enum.GetNames(typeof(T));
        Array values = Enum.GetValuesAsUnderlyingType(typeof(T));
        s_values = new ulong[names.Length];
        s_names = new byte[names.Length][];
        s_soleNames = new byte[names.Length][];
        for (int i = 0; i < names.Length; i++)
        {
            object value = values.GetValue(i)!;
            s_values[i] = value is sbyte or short or int or long
                ? (ulong)Convert.ToInt64(value) & (ulong.MaxValue >> (64 - (8 * Unsafe.SizeOf<T>())))
                : value is bool b ? (b ? 1ul : 0) : value is char c ? c : Convert.ToUInt64(value);
            s_names[i] = System.Text.Encoding.UTF8.GetBytes(names[i]);
            s_soleNames[i] = System.Text.Encoding.UTF8.GetBytes(Enum.GetName(typeof(T), value) ?? names[i]);
        }
    }

    /// <summary>Writes a value as a JSON string of its name or names, or as a number.</summary>
    public static void Write(ValueBuffer buffer, T value)
    {
        ulong bits = Bits(value);
        int index = Array.BinarySearch(s_values, bits);
        if (index >= 0)
        {
            buffer.Literal("\""u8);
            buffer.Literal(s_soleNames[index]);
            buffer.Literal("\""u8);
        }
        else if (!s_isFlags || bits == 0 || !TryWriteFlags(buffer, bits))
        {
            WriteNumber(buffer, bits);
        }
    }

    /// <summary>Writes a value as <c>Enum.ToString(format)</c> does, without quotes; false when the format is none of an enum's.</summary>
    public static bool TryFormat(ValueBuffer buffer, T value, string format)
    {
        ulong bits = Bits(value);
        switch (format)
        {
            case "D" or "d":
                WriteNumber(buffer, bits);
                return true;
            case "X" or "x":
                int digits = Unsafe.SizeOf<T>() * 2;
                ref byte p = ref buffer.Reserve(digits);
                for (int i = 0; i < digits; i++)
                {
                    Unsafe.Add(ref p, i) = "0123456789ABCDEF"u8[(int)(bits >> (4 * (digits - 1 - i))) & 0xF];
                }

                buffer.Advance(ref Unsafe.Add(ref p, digits));
                return true;
            default:
                return false;
        }
    }

    private static bool TryWriteFlags(ValueBuffer buffer, ulong bits)
    {
        Span<int> found = stackalloc int[64];
        int count = 0;
        for (int i = s_values.Length - 1; i >= 0 && bits != 0; i--)
        {
            if (s_values[i] != 0 && (bits & s_values[i]) == s_values[i])
            {
                bits -= s_values[i];
                found[count++] = i;
            }
        }

        if (bits != 0)
        {
            return false;
        }

        buffer.Literal("\""u8);
        while (count > 0)
        {
            buffer.Literal(s_names[found[--count]]);
            buffer.Literal(count > 0 ? ", "u8 : "\""u8);
        }

        return true;
    }

    private static void WriteNumber(ValueBuffer buffer, ulong bits)
    {
        if (s_isSigned)
        {
            int unused = 64 - (8 * Unsafe.SizeOf<T>());
            buffer.Value((long)(bits << unused) >> unused);
        }
        else
        {
            buffer.Value(bits);
        }
    }

    private static ulong Bits(T value) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.As<T, byte>(ref value),
        2 => Unsafe.As<T, ushort>(ref value),
        4 => Unsafe.As<T, uint>(ref value),
        _ => Unsafe.As<T, ulong>(ref value),
    };
}
