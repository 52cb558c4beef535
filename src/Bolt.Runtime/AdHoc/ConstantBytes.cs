using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bolt.Runtime;

/// <summary>Bytes that every record of a template has, padded so that they are copied in whole steps: mostly one, without a branch on their length.</summary>
[ZeroAlloc]
internal readonly struct ConstantBytes
{
    private const int Step = 32;

    private readonly byte[] _padded;
    private readonly int _length;

    [AllowAllocation("Made once for each piece of each template.")]
    internal ConstantBytes(ReadOnlySpan<byte> bytes)
    {
        _length = bytes.Length;
        _padded = new byte[Math.Max(1, (bytes.Length + Step - 1) / Step) * Step];
        bytes.CopyTo(_padded);
    }

    internal int Length => _length;

    /// <summary>Bytes to reserve: all steps.</summary>
    internal int Width => _padded.Length;

    internal ReadOnlySpan<byte> Span => _padded.AsSpan(0, _length);

    /// <summary>Copies them; what lies behind them, up to <see cref="Width"/>, is overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref byte CopyTo(ref byte p)
    {
        ref byte from = ref MemoryMarshal.GetArrayDataReference(_padded);
        nuint length = (uint)_length;
        nuint i = 0;
        do
        {
            Vector256.LoadUnsafe(ref from, i).StoreUnsafe(ref p, i);
            i += Step;
        }
        while (i < length);
        return ref Unsafe.Add(ref p, length);
    }
}
