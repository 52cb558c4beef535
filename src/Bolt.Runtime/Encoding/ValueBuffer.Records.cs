namespace Bolt.Runtime;

/// <summary>Whole fields of a record, for keys and values known only at run time.</summary>
public sealed partial class ValueBuffer
{
    /// <summary>Appends <c>,"key":value</c>; nothing where the key cannot be one (counted and reported).</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="isRedacted">Whether <see cref="Redacts"/> says of its name that it is not to be written.</param>
    internal void Field(string key, object? value, bool isRedacted)
    {
        HasRedactedName |= isRedacted;
        if (!IsValidKey(key))
            return;

        FieldKey(key);
        if (isRedacted)
            RedactedByName();
        else
            Object(value);
    }

    /// <summary>Appends <c>,"key":</c> for a valid key.</summary>
    internal void FieldKey(string key)
    {
        Append((byte)',');
        Key(key);
    }
}
