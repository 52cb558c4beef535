namespace Bolt.Generators.Model;

/// <summary>A type that a generated writer writes as a JSON object.</summary>
/// <param name="TypeName">The fully qualified type without nullability.</param>
/// <param name="IsReference">Whether a value may be null.</param>
/// <param name="Members">What is written, base classes first, then by declaration.</param>
internal sealed record ObjectModel(string TypeName, bool IsReference, EquatableArray<MemberModel> Members);

/// <summary>A readable property or field of an object.</summary>
/// <param name="Name">The member's name, escaped where it is a keyword.</param>
/// <param name="Key">The key to write.</param>
/// <param name="Value">How it is written.</param>
/// <param name="Redaction">What is left of it.</param>
internal sealed record MemberModel(string Name, string Key, ValueModel Value, RedactionModel Redaction)
{
    /// <summary>Of a <see cref="RedactionModel.Classified"/> member the expressions that make its attributes, joined by commas; else empty.</summary>
    public string Classification { get; init; } = "";
}

/// <summary>What is left of a value; the numbers from <see cref="Mask"/> to <see cref="Omit"/> are those of <c>Bolt.Redaction</c> plus one.</summary>
internal enum RedactionModel : byte
{
    None,
    Mask,
    Last4,
    Hash,
    Omit,

    /// <summary>What the redactor of its data classification leaves.</summary>
    Classified,
}
