using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Bolt.Runtime;

public static partial class Utf8Json
{
    /// <summary>UTF-8 text as a JSON string; each invalid byte becomes one U+FFFD. Reserve <see cref="EventWriter.WidthUtf8"/>.</summary>
    public static ref byte Utf8(ref byte p, scoped ReadOnlySpan<byte> value)
    {
        value = value[..Prefix(value, MaxValueLength)];
        p = Quote;
        p = ref Content(ref Unsafe.Add(ref p, 1), value);
        p = Quote;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>UTF-8 text as the inside of a JSON string. Writes nothing beyond its last byte.</summary>
    internal static ref byte Content(ref byte p, scoped ReadOnlySpan<byte> text)
    {
        ref byte s = ref MemoryMarshal.GetReference(text);
        nint length = text.Length;
        nint i = 0;
        while (i < length)
        {
            if (length - i >= 16)
            {
                Vector128<byte> block = Vector128.LoadUnsafe(ref s, (nuint)i);
                block.StoreUnsafe(ref p);
                uint mask = Special(block).ExtractMostSignificantBits();
                int plain = mask == 0 ? 16 : BitOperations.TrailingZeroCount(mask);
                i += plain;
                p = ref Unsafe.Add(ref p, plain);
                if (mask == 0)
                {
                    continue;
                }
            }

            byte unit = Unsafe.Add(ref s, i);
            if (unit < 0x80)
            {
                p = ref Ascii(ref p, unit);
                i++;
                continue;
            }

            int consumed = Sequence(ref Unsafe.Add(ref s, i), length - i);
            if (consumed == 0)
            {
                p = ref Literal(ref p, "\uFFFD"u8);
                i++;
                continue;
            }

            for (; consumed > 0; consumed--)
            {
                p = Unsafe.Add(ref s, i++);
                p = ref Unsafe.Add(ref p, 1);
            }
        }

        return ref p;
    }

    /// <summary>The number of bytes of the valid sequence beyond ASCII that starts here; 0 where none does.</summary>
    private static int Sequence(ref byte s, nint length) =>
        Rune.DecodeFromUtf8(MemoryMarshal.CreateReadOnlySpan(ref s, (int)Math.Min(length, 4)), out _, out int consumed) == OperationStatus.Done ? consumed : 0;
}
