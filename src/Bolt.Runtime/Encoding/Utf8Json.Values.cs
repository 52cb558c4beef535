#pragma warning disable CS1591
using System.Net;

namespace Bolt.Runtime;

public static partial class Utf8Json
{
    // Each writes one whole JSON value, quotes included; reserve the type's …Width.
    public static ref byte Null(ref byte p) => throw null!;
    public static ref byte Value(ref byte p, bool value) => throw null!;
    public static ref byte Value(ref byte p, int value) => throw null!;
    public static ref byte Value(ref byte p, uint value) => throw null!;
    public static ref byte Value(ref byte p, long value) => throw null!;
    public static ref byte Value(ref byte p, ulong value) => throw null!;
    public static ref byte Value(ref byte p, Int128 value) => throw null!;
    public static ref byte Value(ref byte p, UInt128 value) => throw null!;
    public static ref byte Value(ref byte p, Half value) => throw null!;
    public static ref byte Value(ref byte p, float value) => throw null!;
    public static ref byte Value(ref byte p, double value) => throw null!;
    public static ref byte Value(ref byte p, decimal value) => throw null!;
    public static ref byte Value(ref byte p, char value) => throw null!;
    public static ref byte Value(ref byte p, Guid value) => throw null!;
    public static ref byte Value(ref byte p, DateTime value) => throw null!;
    public static ref byte Value(ref byte p, DateTimeOffset value) => throw null!;
    public static ref byte Value(ref byte p, DateOnly value) => throw null!;
    public static ref byte Value(ref byte p, TimeOnly value) => throw null!;
    public static ref byte Value(ref byte p, TimeSpan value) => throw null!;
    public static ref byte Value(ref byte p, IPAddress? value) => throw null!;
    public static ref byte Value(ref byte p, Version? value) => throw null!;

    /// <summary>A string as a JSON value, quotes included, or <c>null</c>. Reserve <see cref="EventWriter.Width(string)"/>.</summary>
    public static ref byte Value(ref byte p, string? value) => throw null!;
    public static ref byte Value(ref byte p, ReadOnlySpan<char> value) => throw null!;

    /// <summary>UTF-8 text as a JSON string. Reserve <see cref="EventWriter.WidthUtf8"/>.</summary>
    public static ref byte Utf8(ref byte p, ReadOnlySpan<byte> value) => throw null!;

    /// <summary>Bytes as a JSON string of lower-case hexadecimal digits, or of Base64. Reserve 2 + 2n, or 4 + 4n/3 (the methods below); null writes an empty string.</summary>
    public static ref byte Hex(ref byte p, ReadOnlySpan<byte> value) => throw null!;
    public static ref byte Base64(ref byte p, ReadOnlySpan<byte> value) => throw null!;

    /// <summary>Copies an encoded JSON value [from, to) into the message: the inside of a string, anything else as it is. For scalars only.</summary>
    public static ref byte Text(ref byte p, ref byte from, ref byte to) => throw null!;
}
