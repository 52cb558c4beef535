namespace Bolt.Generators.Model;

/// <summary>How a value is written. The order matters: <see cref="ValueKinds"/> asks by range.</summary>
internal enum ValueKind : byte
{
    // Written straight into the record: the widest text is known from the type.
    Boolean,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Int128,
    UInt128,
    Half,
    Single,
    Double,
    Decimal,
    Char,
    Guid,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    IPAddress,
    Version,

    /// <summary>A concrete enum: a generated switch to literals.</summary>
    Enum,

    // Written straight into the record: the width is computed from the value.
    String,

    /// <summary><c>Span&lt;char&gt;</c> or <c>ReadOnlySpan&lt;char&gt;</c>.</summary>
    CharSpan,

    /// <summary><c>Span&lt;byte&gt;</c> or <c>ReadOnlySpan&lt;byte&gt;</c>: UTF-8 text.</summary>
    Utf8Span,

    // Encoded before the record is reserved.

    /// <summary><c>Memory&lt;char&gt;</c> or <c>ReadOnlyMemory&lt;char&gt;</c>.</summary>
    CharMemory,

    /// <summary><c>Memory&lt;byte&gt;</c> or <c>ReadOnlyMemory&lt;byte&gt;</c>: UTF-8 text.</summary>
    Utf8Memory,
    BigInteger,
    Uri,
    Type,
    Base64,
    Hex,

    /// <summary>A type parameter constrained to <c>struct, Enum</c>, or an enum too irregular for a generated switch.</summary>
    EnumByName,
    Utf8Formattable,
    SpanFormattable,

    /// <summary>An array or a span of elements.</summary>
    Array,
    ImmutableArray,

    /// <summary>Has a count and an indexer: no enumerator is needed.</summary>
    List,

    /// <summary>A type of its own with a <c>GetEnumerator</c>.</summary>
    Enumerable,

    /// <summary>An interface to a sequence: arrays and lists are recognised at run time.</summary>
    Sequence,

    /// <summary>An interface to a set: a hash set is recognised at run time.</summary>
    Set,
    Dictionary,

    /// <summary>A nested object by a generated writer.</summary>
    Fields,

    /// <summary>By run-time type.</summary>
    Object,

    /// <summary>Only its <c>ToString</c> is known.</summary>
    Text,
}

internal static class ValueKinds
{
    /// <summary>Whether the value is written straight into the record, with no visit to the value buffer.</summary>
    public static bool IsInline(this ValueKind kind) => kind <= ValueKind.Utf8Span;

    /// <summary>Whether the value counts as text in the metrics.</summary>
    public static bool IsText(this ValueKind kind) =>
        kind is ValueKind.Char or (>= ValueKind.Enum and <= ValueKind.Utf8Memory) or ValueKind.Uri or ValueKind.Type or ValueKind.EnumByName or ValueKind.Text;

    /// <summary>Whether the value counts as a number in the metrics.</summary>
    public static bool IsNumber(this ValueKind kind) => kind is (>= ValueKind.Int32 and <= ValueKind.Decimal) or ValueKind.BigInteger;

    /// <summary>Whether reading the value runs code of others, which may throw.</summary>
    public static bool MayThrow(this ValueKind kind) =>
        kind is ValueKind.CharMemory or ValueKind.Utf8Memory or (>= ValueKind.Array and <= ValueKind.Fields);

    /// <summary>Whether a hole's format and alignment apply.</summary>
    public static bool IsFormattable(this ValueKind kind) =>
        kind is <= ValueKind.CharSpan or ValueKind.CharMemory or ValueKind.BigInteger or ValueKind.Uri or ValueKind.Type or ValueKind.EnumByName
            or ValueKind.Utf8Formattable or ValueKind.SpanFormattable or ValueKind.Object or ValueKind.Text;
}
