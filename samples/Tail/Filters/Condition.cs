using System.Text;
using System.Text.Json;

namespace Tail.Filters;

/// <summary>What is asked of one field. <c>order.id</c> names a field of that name, and the field <c>id</c> of an object <c>order</c>.</summary>
internal abstract class Condition(string key)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>Asks a property of a record.</summary>
    /// <param name="property">At its name; is left there.</param>
    /// <returns>Whether the condition is met; null if the field is not here.</returns>
    public bool? IsMetBy(in Utf8JsonReader property) => IsMetBy(in property, _key);

    /// <summary>Whether a value meets the condition.</summary>
    /// <param name="value">At the value, if that is a string, number or literal; at the start of an object or array otherwise.</param>
    protected abstract bool Accepts(in Utf8JsonReader value);

    private bool? IsMetBy(in Utf8JsonReader property, ReadOnlySpan<byte> key)
    {
        if (property.ValueTextEquals(key))
        {
            Utf8JsonReader value = property;
            _ = value.Read();
            return Accepts(in value);
        }

        if (!key.Contains((byte)'.'))
            return null;

        ReadOnlySpan<byte> name = property.ValueIsEscaped ? Encoding.UTF8.GetBytes(property.GetString()!) : property.ValueSpan;
        if (key.Length <= name.Length || key[name.Length] != (byte)'.' || !key.StartsWith(name))
            return null;

        Utf8JsonReader inner = property;
        if (!inner.Read() || inner.TokenType != JsonTokenType.StartObject)
            return null;

        while (inner.Read() && inner.TokenType == JsonTokenType.PropertyName)
        {
            if (IsMetBy(in inner, key[(name.Length + 1)..]) is { } met)
                return met;
            _ = inner.Read();
            inner.Skip();
        }

        return null;
    }
}
