using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

public static partial class Utf8Json
{
    /// <summary>Writes bytes as a JSON string of lower-case hexadecimal digits; a null array is an empty one. Reserve 2 + 2n. Not limited.</summary>
    public static ref byte Hex(ref byte p, scoped ReadOnlySpan<byte> value)
    {
        p = Quote;
        p = ref Unsafe.Add(ref p, 1);
        int length = value.Length * 2;
        Convert.TryToHexStringLower(value, MemoryMarshal.CreateSpan(ref p, length), out _);
        p = ref Unsafe.Add(ref p, length);
        p = Quote;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>Writes bytes as a JSON string of Base64 with padding; a null array is an empty one. Reserve <see cref="Base64Width"/>. Not limited.</summary>
    public static ref byte Base64(ref byte p, scoped ReadOnlySpan<byte> value)
    {
        p = Quote;
        p = ref Unsafe.Add(ref p, 1);
        System.Buffers.Text.Base64.EncodeToUtf8(value, MemoryMarshal.CreateSpan(ref p, Base64Width(value.Length) - 2), out _, out int written);
        p = ref Unsafe.Add(ref p, written);
        p = Quote;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>Bytes of the JSON string in which <see cref="Base64"/> writes that many bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Base64Width(int length) => 2 + ((length + 2) / 3 * 4);
}
