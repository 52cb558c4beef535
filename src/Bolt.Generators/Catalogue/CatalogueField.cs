namespace Bolt.Generators.Catalogue;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind : byte
{
    Boolean,
    Integer,
    Number,
    String,

    /// <summary>A name, or a number where the value has none.</summary>
    Enum,
    Array,
    Object,

    /// <summary>Known at run time only.</summary>
    Any,
}

/// <summary>A field of an event, a member of an object, or the element of a collection.</summary>
/// <param name="Key">The key in the record; empty for what a collection holds.</param>
/// <param name="Kind">What is written.</param>
internal sealed record CatalogueField(string Key, JsonKind Kind)
{
    /// <summary>What the JSON type does not say: <c>date-time</c>, <c>uuid</c>, <c>nanoseconds</c>; else empty.</summary>
    public string Format { get; init; } = "";

    /// <summary>Whether the declaration says that the value may be absent: <c>int?</c>.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether <c>null</c> may be written: for a null reference, or a value whose formatting failed.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>Whether a record of the event may lack the field.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What is left of the value: <c>mask</c>, <c>last4</c>, <c>hash</c>, or what the redactor of its classification leaves, <c>classified</c>; empty if all.</summary>
    public string Redaction { get; init; } = "";

    /// <summary>The names of an enum, if it is not a set of flags.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The members of an object.</summary>
    public IReadOnlyList<CatalogueField> Members { get; init; } = [];

    /// <summary>What a collection holds: the elements of an array, or the values of an object whose keys are data.</summary>
    public CatalogueField? Content { get; init; }

    /// <summary>Where the event already has an object of the same members: its path. Empty if the members stand here.</summary>
    public string SameAs { get; init; } = "";
}
