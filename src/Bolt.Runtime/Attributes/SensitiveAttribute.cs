namespace Bolt;

/// <summary>Redacts a value before it is encoded, in the field and in the message alike.</summary>
/// <param name="redaction">What is left of the value.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = false, Inherited = true)]
public sealed class SensitiveAttribute(Redaction redaction) : Attribute
{
    /// <summary>Masks the value: <c>***</c>.</summary>
    public SensitiveAttribute()
        : this(Redaction.Mask)
    {
    }

    /// <summary>What is left of the value.</summary>
    public Redaction Redaction { get; } = redaction;
}

/// <summary>What <see cref="SensitiveAttribute"/> leaves of a value.</summary>
public enum Redaction
{
    /// <summary><c>***</c>, whatever the value, null included.</summary>
    Mask,

    /// <summary><c>***</c> and the last four characters; of a text shorter than eight characters, nothing but <c>***</c>.</summary>
    Last4,

    /// <summary>
    /// The first 16 hexadecimal digits of the HMAC-SHA256 of the value's text, keyed by <see cref="BoltOptions.RedactionKey"/>:
    /// equal values can be correlated, the value cannot be read back.
    /// </summary>
    Hash,

    /// <summary>No field; in the message, nothing.</summary>
    Omit,
}
