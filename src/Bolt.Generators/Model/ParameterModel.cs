namespace Bolt.Generators.Model;

/// <summary>A parameter of a log method.</summary>
/// <param name="Name">The name, escaped where it is a keyword.</param>
/// <param name="TypeName">The fully qualified type with nullability, as in the declaration.</param>
/// <param name="Role">What the parameter is for.</param>
internal sealed record ParameterModel(string Name, string TypeName, ParameterRole Role)
{
    /// <summary>The modifiers of the declaration in their order, each followed by a blank: <c>scoped in </c>.</summary>
    public string Modifiers { get; init; } = "";

    /// <summary>The key of the field; empty where the parameter is none.</summary>
    public string Key { get; init; } = "";

    /// <summary>How the field is written; null where the parameter is none.</summary>
    public ValueModel? Value { get; init; }

    /// <summary>What is left of the value.</summary>
    public RedactionModel Redaction { get; init; }

    /// <summary>Of a <see cref="RedactionModel.Classified"/> parameter the expressions that make its attributes, joined by commas; else empty.</summary>
    public string Classification { get; init; } = "";

    /// <summary>The members to lift into the record, for a flattened object.</summary>
    public EquatableArray<MemberModel> Flattened { get; init; }

    /// <summary>Whether the object's members are fields of the record.</summary>
    public bool IsFlattened { get; init; }
}

internal enum ParameterRole : byte
{
    Field,
    Logger,
    Level,
    Exception,

    // Caller information that no hole names: part of call_site or, where that is not written, a field.
    CallerFile,
    CallerLine,
    CallerMember,
}
