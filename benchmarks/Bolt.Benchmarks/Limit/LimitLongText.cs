using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.Unicode;

namespace Bolt.Benchmarks.Limit;

/// <summary>
/// The inside of a long JSON string, of any script: plain ASCII sixty-four units at a time; what is not, sixteen units at a time and without
/// a branch on what they are, because in mixed text each such branch is a coin toss.
/// </summary>
/// <remarks>Needs AVX-512 with VBMI2. A processor without goes from one character to be escaped to the next, the base library's transcoder between.</remarks>
internal static unsafe class LimitLongText
{
    private static readonly SearchValues<char> s_escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static i => (char)i), '"', '\\']);

    private static bool IsWide => Avx512Vbmi2.IsSupported && Avx512Vbmi.IsSupported && Avx512BW.IsSupported;

    /// <summary>Sixty-four bytes beyond the text are scratch.</summary>
    internal static byte* Content(byte* p, string value) => IsWide ? Wide(p, value) : Narrow(p, value);

    private static byte* Wide(byte* p, string value)
    {
        ref ushort s = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value.AsSpan()));
        nint length = value.Length;
        nint i = 0;
        for (; length - i >= 64; i += 64)
        {
            // Signed as they are packed, units from 0x8000 on become 0 and others beyond ASCII 0x80 to 0xFF: below the space, all of them.
            Vector512<byte> packed = Avx512BW.PackUnsignedSaturate(
                Vector512.LoadUnsafe(ref s, (nuint)i).AsInt16(), Vector512.LoadUnsafe(ref s, (nuint)i + 32).AsInt16());
            if (Vector512.LessThanAny(packed.AsSByte(), Vector512.Create((sbyte)0x20))
                || Vector512.EqualsAny(packed, Vector512.Create((byte)'"'))
                || Vector512.EqualsAny(packed, Vector512.Create((byte)'\\')))
            {
                break;
            }

            Avx512F.PermuteVar8x64(packed.AsUInt64(), Vector512.Create(0ul, 2, 4, 6, 1, 3, 5, 7)).AsByte().Store(p);
            p += 64;
        }

        // A string ends with a zero, so that the unit after the last may be read.
        while (length - i >= 16)
            p = Sixteen(p, ref Unsafe.Add(ref s, i), ref i);

        if (i == length)
            return p;

        ushort* rest = stackalloc ushort[17];
        new Span<ushort>(rest, 16).Fill(' ');
        rest[16] = 0;
        nint left = length - i;
        Unsafe.CopyBlockUnaligned(ref *(byte*)rest, ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref s, i)), (uint)left * 2);
        nint taken = 0;
        return Sixteen(p, ref *rest, ref taken) - (16 - left);
    }

    /// <summary>
    /// Each unit in four bytes, as its UTF-8 or its escape, zeros between; then the zeros are squeezed out. A surrogate pair is in the bytes of
    /// its first half; where that is the last unit, seventeen are taken.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Sixteen(byte* p, ref ushort s, ref nint taken)
    {
        Vector512<uint> x = Avx512F.ConvertToVector512UInt32(Vector256.LoadUnsafe(ref s));

        // Of each unit, the bits from 12, from 6 and from 0 on: in two bytes or in three, the same but for the marks.
        Vector512<uint> bits = Avx512Vbmi.MultiShift(Vector512.Create(0x00_20_26_2C_00_00_06_0Cul).AsByte(), x.AsUInt64()).AsUInt32();
        Vector512<uint> marks = Vector512.ConditionalSelect(
            Vector512.LessThan(x, Vector512.Create(0x800u)), Vector512.Create(0x80C000u), Vector512.Create(0x8080E0u));
        Vector512<uint> beyond = (bits & Vector512.Create(0x3F3F0Fu)) | marks;
        Vector512<uint> isAscii = Vector512.LessThan(x, Vector512.Create(0x80u));
        Vector512<uint> escape = Avx512Vbmi.PermuteVar64x8x2(
            Vector512.Create(LimitText.Escapes[..64]), x.AsByte(), Vector512.Create(LimitText.Escapes[64..])).AsUInt32() & Vector512.Create(0xFFu) & isAscii;
        Vector512<uint> ascii = Vector512.ConditionalSelect(
            Vector512.Equals(escape, Vector512<uint>.Zero), x << 16, (escape << 16) | Vector512.Create((uint)'\\' << 8));
        Vector512<uint> bytes = Vector512.ConditionalSelect(isAscii, ascii, beyond);
        nint units = 16;
        if (Vector512.EqualsAny(x & Vector512.Create(0xF800u), Vector512.Create(0xD800u)) || Vector512.EqualsAny(escape, Vector512.Create((uint)'u')))
        {
            Vector512<uint> next = Avx512F.ConvertToVector512UInt32(Vector256.LoadUnsafe(ref s, 1));
            Vector512<uint> half = Vector512.Create(0xFC00u);
            Vector512<uint> isFirst = Vector512.Equals(x & half, Vector512.Create(0xD800u));
            Vector512<uint> isSecond = Vector512.Equals(x & half, Vector512.Create(0xDC00u));
            ulong firsts = isFirst.ExtractMostSignificantBits();
            ulong seconds = isSecond.ExtractMostSignificantBits();
            ulong followed = Vector512.Equals(next & half, Vector512.Create(0xDC00u)).ExtractMostSignificantBits();
            if (((firsts << 1) & 0xFFFF) != seconds || (firsts & ~followed) != 0 || Vector512.EqualsAny(escape, Vector512.Create((uint)'u')))
                throw new NotSupportedException("The limit writes no half of a surrogate pair, and no control character that JSON has no short escape for.");

            Vector512<uint> scalar = (x << 10) + next - Vector512.Create(0x35FDC00u);
            Vector512<uint> four = (scalar >>> 18)
                | ((scalar & Vector512.Create(0x3F000u)) >>> 4)
                | ((scalar & Vector512.Create(0xFC0u)) << 10)
                | ((scalar & Vector512.Create(0x3Fu)) << 24)
                | Vector512.Create(0x808080F0u);
            bytes = Vector512.AndNot(Vector512.ConditionalSelect(isFirst, four, bytes), isSecond);
            units += (nint)(firsts >> 15);
        }

        Vector512<byte> used = ~Vector512.Equals(bytes.AsByte(), Vector512<byte>.Zero);
        Avx512Vbmi2.Compress(Vector512<byte>.Zero, used, bytes.AsByte()).Store(p);
        taken += units;
        return p + BitOperations.PopCount(used.ExtractMostSignificantBits());
    }

    private static byte* Narrow(byte* p, string value)
    {
        ReadOnlySpan<char> text = value;
        while (true)
        {
            int plain = text.IndexOfAny(s_escaped);
            Utf8.FromUtf16(plain < 0 ? text : text[..plain], new Span<byte>(p, 3 * text.Length), out _, out int written);
            p += written;
            if (plain < 0)
                return p;

            p = LimitText.Escape(p, text[plain]);
            text = text[(plain + 1)..];
        }
    }
}
