namespace Bolt.Generators.Model;

/// <summary>A value and how it is written.</summary>
/// <param name="Kind">How it is written.</param>
internal sealed record ValueModel(ValueKind Kind)
{
    /// <summary>
    /// The fully qualified type that emission needs to name, else empty: of an enum or an object its own; of a collection the
    /// interface by which it is read, where not its own members serve.
    /// </summary>
    public string TypeName { get; init; } = "";

    /// <summary>Whether the value is a <see cref="Nullable{T}"/> of what <see cref="Kind"/> says.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the value may be a null reference.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether the value is a ref struct, or may be one.</summary>
    public bool IsRefStruct { get; init; }

    /// <summary>Whether the type is a type parameter: what is written depends on its argument.</summary>
    public bool IsTypeParameter { get; init; }

    /// <summary>The element of a collection; the value of a dictionary.</summary>
    public ValueModel? Element { get; init; }

    /// <summary>The type arguments of the array, list or dictionary that a value of interface type most often is; else empty.</summary>
    public string ElementType { get; init; } = "";

    /// <summary>The key of a dictionary.</summary>
    public ValueModel? Key { get; init; }
}
