using System.Diagnostics;
using System.Text.Json;
using Bolt.Testing.Values;

namespace Bolt.Testing;

/// <summary>The value of a field, or a part of one. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LogValue
{
    private readonly JsonElement _element;
    private readonly string _path;

    internal LogValue(JsonElement element, string path)
    {
        _element = element;
        _path = path;
    }

    /// <summary>What it is in JSON.</summary>
    public JsonValueKind Kind => _element.ValueKind;

    /// <summary>Whether it is null.</summary>
    public bool IsNull => Kind == JsonValueKind.Null;

    /// <summary>A property of a nested object.</summary>
    /// <param name="name">The property's name, exactly as it is written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="LogAssertionException">It is no object, or has no such property; the message says what it is.</exception>
    public LogValue this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            if (Kind != JsonValueKind.Object)
                throw Failure($"it has no '{name}'");

            return _element.TryGetProperty(name, out JsonElement value) ? new LogValue(value, $"{_path}.{name}") : throw Failure($"it has no '{name}'");
        }
    }

    /// <summary>An element of an array.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="LogAssertionException">It is no array, or has no such element; the message says what it is.</exception>
    public LogValue this[int index] => Kind == JsonValueKind.Array && (uint)index < (uint)_element.GetArrayLength()
        ? new LogValue(_element[index], $"{_path}[{index}]")
        : throw Failure($"it has no element {index}");

    /// <summary>The value as a type.</summary>
    /// <typeparam name="T">
    /// The type that was logged, or another that holds the same: a number, <see cref="bool"/>, <see cref="string"/>, <see cref="char"/>, an enum,
    /// <see cref="Guid"/>, a date or time, <see cref="TimeSpan"/> (recorded in nanoseconds), <see cref="Uri"/>, <see cref="Version"/>,
    /// <see cref="System.Net.IPAddress"/>, <c>byte[]</c> (Base64), nullable types, arrays, lists and dictionaries of these, a type with the
    /// properties of a nested object, or <see cref="JsonElement"/>.
    /// </typeparam>
    /// <exception cref="LogAssertionException">It is of another type; the message says what it is.</exception>
    public T As<T>() => FieldValue.TryRead(_element, out T? value, out Exception? error)
        ? value!
        : throw Failure($"it cannot be read as {FieldValue.NameOf(typeof(T))}", error);

    /// <summary>The value as JSON.</summary>
    public override string ToString() => _element.GetRawText();

    private LogAssertionException Failure(string problem, Exception? inner = null) => new($"The field '{_path}' is {FieldValue.Describe(_element)}: {problem}.", inner);
}
