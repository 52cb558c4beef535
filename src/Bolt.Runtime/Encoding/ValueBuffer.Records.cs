namespace Bolt.Runtime;

/// <summary>Whole fields of a record, for keys and values known only at run time.</summary>
public sealed partial class ValueBuffer
{
    /// <summary>Appends <c>,"key":value</c>; nothing where the key cannot be one (counted and reported).</summary>
    internal void Field(string key, object? value)
    {
        if (!IsValidKey(key))
            return;

        FieldKey(key);
        Object(value);
    }

    /// <summary>Appends <c>,"key":</c> for a valid key.</summary>
    internal void FieldKey(string key)
    {
        Append((byte)',');
        Key(key);
    }
}
