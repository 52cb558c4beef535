using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bolt.Runtime;

public static partial class Utf8Json
{
    /// <summary>Copies an encoded JSON value [from, to) into the message: the inside of a string, anything else as it is. For scalars only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Text(ref byte p, ref byte from, ref byte to)
    {
        nuint length = (nuint)Unsafe.ByteOffset(ref from, ref to);
        if (from == Quote)
        {
            return ref Copy(ref p, ref Unsafe.Add(ref from, 1), length - 2);
        }

        return ref Copy(ref p, ref from, length);
    }

    /// <summary>Copies bytes between places that do not overlap. Quick for short lengths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref byte Copy(ref byte p, ref byte from, nuint length)
    {
        if (length >= 16)
        {
            if (length > 64)
            {
                Unsafe.CopyBlockUnaligned(ref p, ref from, (uint)length);
            }
            else if (length > 32)
            {
                Vector256<byte> last = Vector256.LoadUnsafe(ref from, length - 32);
                Vector256.LoadUnsafe(ref from).StoreUnsafe(ref p);
                last.StoreUnsafe(ref p, length - 32);
            }
            else
            {
                Vector128<byte> last = Vector128.LoadUnsafe(ref from, length - 16);
                Vector128.LoadUnsafe(ref from).StoreUnsafe(ref p);
                last.StoreUnsafe(ref p, length - 16);
            }
        }
        else if (length >= 8)
        {
            ulong last = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, length - 8));
            Unsafe.WriteUnaligned(ref p, Unsafe.ReadUnaligned<ulong>(ref from));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, length - 8), last);
        }
        else if (length >= 4)
        {
            uint last = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref from, length - 4));
            Unsafe.WriteUnaligned(ref p, Unsafe.ReadUnaligned<uint>(ref from));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, length - 4), last);
        }
        else if (length != 0)
        {
            byte middle = Unsafe.Add(ref from, length >> 1);
            byte last = Unsafe.Add(ref from, length - 1);
            p = from;
            Unsafe.Add(ref p, length >> 1) = middle;
            Unsafe.Add(ref p, length - 1) = last;
        }

        return ref Unsafe.Add(ref p, length);
    }

    /// <summary>Copies encoded JSON into a JSON string: each quote and backslash gets a backslash. Reserve twice the length.</summary>
    internal static ref byte CopyEscaped(ref byte p, ref byte from, nuint length)
    {
        nuint i = 0;
        while (i < length)
        {
            if (length - i >= 16)
            {
                Vector128<byte> block = Vector128.LoadUnsafe(ref from, i);
                block.StoreUnsafe(ref p);
                uint mask = (Vector128.Equals(block, Vector128.Create(Quote)) | Vector128.Equals(block, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();
                int plain = mask == 0 ? 16 : System.Numerics.BitOperations.TrailingZeroCount(mask);
                i += (nuint)plain;
                p = ref Unsafe.Add(ref p, plain);
                if (mask == 0)
                {
                    continue;
                }
            }

            byte b = Unsafe.Add(ref from, i++);
            if (b is Quote or (byte)'\\')
            {
                p = (byte)'\\';
                p = ref Unsafe.Add(ref p, 1);
            }

            p = b;
            p = ref Unsafe.Add(ref p, 1);
        }

        return ref p;
    }
}
