using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>Where a field's value lies on the stack of its log call, and of what type it is. Infrastructure for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct FieldSlot
{
    private readonly void* _value;
    private readonly nint _type;
    private readonly delegate*<void*, object?> _read;

    private FieldSlot(void* value, nint type, delegate*<void*, object?> read)
    {
        _value = value;
        _type = type;
        _read = read;
    }

    /// <summary>Refers to a value.</summary>
    /// <param name="value">A parameter of a method that is running for as long as the slot is used.</param>
    /// <typeparam name="T">Its type.</typeparam>
    public static FieldSlot Of<T>(scoped ref T value) => new(Unsafe.AsPointer(ref value), typeof(T).TypeHandle.Value, &Read<T>);

    /// <summary>Refers to text.</summary>
    /// <param name="value">A parameter of a method that is running for as long as the slot is used.</param>
    public static FieldSlot Of(scoped ref ReadOnlySpan<char> value) => new(Unsafe.AsPointer(ref value), typeof(ReadOnlySpan<char>).TypeHandle.Value, &ReadText);

    /// <summary>Whether there is a value: there is none of a field that is redacted, or part of a flattened object.</summary>
    internal bool IsEmpty => _value is null;

    /// <summary>Whether the value is of exactly this type.</summary>
    internal bool Is<T>()
        where T : allows ref struct => _type == typeof(T).TypeHandle.Value;

    /// <summary>The value, which is of exactly this type.</summary>
    internal T As<T>()
        where T : allows ref struct => Unsafe.Read<T>(_value);

    /// <summary>The value as an object.</summary>
    internal object? ToObject() => _read(_value);

    [AllowAllocation("A value that is asked for as another type than its own.")]
    private static object? Read<T>(void* value) => Unsafe.Read<T>(value);

    [AllowAllocation("A span that is asked for as a string.")]
    private static object ReadText(void* value) => Unsafe.Read<ReadOnlySpan<char>>(value).ToString();
}
