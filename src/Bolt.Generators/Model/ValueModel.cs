namespace Bolt.Generators.Model;

/// <summary>A value and how it is written.</summary>
/// <param name="Kind">How it is written.</param>
internal sealed record ValueModel(ValueKind Kind)
{
    /// <summary>The fully qualified type without nullability, where emission needs to name it; else empty.</summary>
    public string TypeName { get; init; } = "";

    /// <summary>Whether the value is a <see cref="Nullable{T}"/> of what <see cref="Kind"/> says.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the value may be a null reference.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether the value is a ref struct, or may be one.</summary>
    public bool IsRefStruct { get; init; }

    /// <summary>The element of a collection; the value of a dictionary.</summary>
    public ValueModel? Element { get; init; }

    /// <summary>The element's type, as it is declared in the collection, where emission needs to name it.</summary>
    public string ElementType { get; init; } = "";

    /// <summary>The key of a dictionary.</summary>
    public ValueModel? Key { get; init; }
}
