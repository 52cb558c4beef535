using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>
/// The encoder: writes JSON values as UTF-8 at <c>p</c> and returns the place after them. Infrastructure for generated code.
/// </summary>
/// <remarks>
/// Nothing here checks room: the caller has reserved at least the width stated for each type (see the <c>…Width</c> constants and
/// <c>Width</c> methods). A type of constant width may leave scratch bytes between its value's end and its width; text (strings, UTF-8,
/// hexadecimal, Base64, copies) writes nothing beyond its value's last byte. All output is independent of culture. Every method may be
/// called by any thread.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[ZeroAlloc]
public static partial class Utf8Json
{
    /// <summary>Bytes of the longest value of the type, quotes included.</summary>
    public const int
        NullWidth = 4,
        BooleanWidth = 5,
        Int32Width = 11,
        UInt32Width = 10,
        Int64Width = 20,
        UInt64Width = 20,
        Int128Width = 40,
        UInt128Width = 39,
        HalfWidth = 32,
        SingleWidth = 32,
        DoubleWidth = 32,
        DecimalWidth = 32,
        CharWidth = 8,
        GuidWidth = 38,
        DateTimeWidth = 30,
        DateOnlyWidth = 12,
        TimeOnlyWidth = 18,
        TimeSpanWidth = 22,
        IPAddressWidth = 67,
        VersionWidth = 46;

    private const byte Quote = (byte)'"';

    /// <summary>Copies constant bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Literal(ref byte p, scoped ReadOnlySpan<byte> utf8)
    {
        Unsafe.CopyBlockUnaligned(ref p, ref MemoryMarshal.GetReference(utf8), (uint)utf8.Length);
        return ref Unsafe.Add(ref p, utf8.Length);
    }

    /// <summary>Writes <c>null</c>: 4 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Null(ref byte p) => ref Literal(ref p, "null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>. Reserve <see cref="BooleanWidth"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Value(ref byte p, bool value) => ref value ? ref Literal(ref p, "true"u8) : ref Literal(ref p, "false"u8);

    /// <summary>Writes a GUID in lower case, with hyphens, as a JSON string. Reserve <see cref="GuidWidth"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Value(ref byte p, scoped in Guid value)
    {
        p = Quote;
        value.TryFormat(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref p, 1), 36), out _);
        Unsafe.Add(ref p, 37) = Quote;
        return ref Unsafe.Add(ref p, 38);
    }
}
