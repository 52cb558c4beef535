#pragma warning disable CS1591
using System.ComponentModel;
using System.Numerics;

namespace Bolt.Runtime;

/// <summary>
/// A growing buffer in which one thread encodes values whose width is not bounded by their type (collections, nested objects,
/// user types, formatted text, exceptions) before the record that they belong to is reserved. Infrastructure for generated code.
/// </summary>
/// <remarks>Not thread-safe. No member throws; a value that cannot be encoded becomes <c>null</c>, counted and reported.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueBuffer
{
    internal ValueBuffer() { }

    /// <summary>Where the next byte goes. Positions stay valid until the record is committed.</summary>
    public int Position => throw null!;

    // --- raw ---

    /// <summary>Room for <paramref name="width"/> bytes at <see cref="Position"/>; to be followed by <see cref="Advance"/>.</summary>
    public ref byte Reserve(int width) => throw null!;

    /// <summary>Moves <see cref="Position"/> to <paramref name="p"/>, a place inside the last <see cref="Reserve"/>.</summary>
    public void Advance(ref byte p) => throw null!;

    /// <summary>Appends constant bytes.</summary>
    public void Literal(ReadOnlySpan<byte> utf8) => throw null!;

    // --- whole JSON values ---

    public void Null() => throw null!;
    public void Value(bool value) => throw null!;
    public void Value(int value) => throw null!;
    public void Value(uint value) => throw null!;
    public void Value(long value) => throw null!;
    public void Value(ulong value) => throw null!;
    public void Value(Int128 value) => throw null!;
    public void Value(UInt128 value) => throw null!;
    public void Value(Half value) => throw null!;
    public void Value(float value) => throw null!;
    public void Value(double value) => throw null!;
    public void Value(decimal value) => throw null!;
    public void Value(BigInteger value) => throw null!;
    public void Value(char value) => throw null!;
    public void Value(string? value) => throw null!;
    public void Value(ReadOnlySpan<char> value) => throw null!;
    public void Value(Guid value) => throw null!;
    public void Value(DateTime value) => throw null!;
    public void Value(DateTimeOffset value) => throw null!;
    public void Value(DateOnly value) => throw null!;
    public void Value(TimeOnly value) => throw null!;
    public void Value(TimeSpan value) => throw null!;
    public void Value(System.Net.IPAddress? value) => throw null!;
    public void Value(Version? value) => throw null!;
    public void Value(Uri? value) => throw null!;
    public void Value(Type? value) => throw null!;

    /// <summary>UTF-8 text as a JSON string; each invalid byte becomes U+FFFD.</summary>
    public void Utf8(ReadOnlySpan<byte> value) => throw null!;
    public void Base64(byte[]? value) => throw null!;
    public void Hex(byte[]? value) => throw null!;

    /// <summary>An enum by its name(s), an undefined value as a number; for type parameters (concrete enums are generated).</summary>
    public void Enum<TEnum>(TEnum value) where TEnum : struct, Enum => throw null!;

    /// <summary>A value's own UTF-8 text as a JSON string (format null, invariant culture).</summary>
    public void Utf8Formattable<T>(T value) where T : IUtf8SpanFormattable, allows ref struct => throw null!;

    /// <summary>A value's own text as a JSON string (format null, invariant culture).</summary>
    public void SpanFormattable<T>(T value) where T : ISpanFormattable, allows ref struct => throw null!;

    /// <summary>A value's ToString as a JSON string: allocates what that allocates.</summary>
    public void ToStringOf<T>(T value) => throw null!;

    /// <summary>Any value by its run-time type, else by its ToString.</summary>
    public void Object(object? value) => throw null!;

    // --- containers: Start, then per element `if (!NextElement()) break;` or per property `if (!Name(...))`, then End ---

    /// <summary>Opens <c>[</c>. False beyond depth 8: <c>null</c> has been written and counted, nothing more is to be written for this value.</summary>
    public bool StartArray() => throw null!;

    /// <summary>Writes the comma between elements. False when the value has reached 64 KiB: it is truncated and counted, the loop must end.</summary>
    public bool NextElement() => throw null!;
    public void EndArray() => throw null!;

    /// <summary>Opens <c>{</c>. False beyond depth 8: <c>null</c> has been written and counted, nothing more is to be written for this value.</summary>
    public bool StartObject() => throw null!;

    /// <summary>Writes a constant key, given as <c>"key":</c> in UTF-8, with the comma before it where one is due.</summary>
    public void Name(ReadOnlySpan<byte> quotedKeyAndColon) => throw null!;

    /// <summary>Writes a key known at run time, escaped, with the comma before it where one is due. False when the key is invalid (reported; skip the value) or the value has reached 64 KiB.</summary>
    public bool Name(string? key) => throw null!;
    public void EndObject() => throw null!;

    /// <summary>Takes back everything written since <paramref name="start"/>, containers opened since then included, writes <c>null</c>, counts and reports.</summary>
    public void Fail(int start, Exception exception) => throw null!;

    // --- text for the message, without quotes, escaped ---

    /// <summary>A value formatted for the message with the invariant culture. <paramref name="alignment"/> as in composite formatting.</summary>
    public void Format<T>(T value, string? format, int alignment) => throw null!;
    public void Format(ReadOnlySpan<char> value, int alignment) => throw null!;

    // --- redaction: a JSON value whose text is what is left of the value's text ---

    /// <summary>Redacts the JSON value that starts at <paramref name="start"/> and ends at <see cref="Position"/>, in place.</summary>
    public void Redact(int start, Redaction redaction) => throw null!;
}
