using System.Collections;

namespace Bolt.Runtime;

/// <summary>Names under which no value is written, wherever a name is known only at run time.</summary>
public sealed partial class ValueBuffer
{
    /// <summary>Whether a value was left out for its name since this was last set to false. Who renders a message otherwise must not show it either.</summary>
    internal bool HasRedactedName { get; set; }

    /// <summary>Whether a value of this name is to be redacted.</summary>
    internal bool Redacts(ReadOnlySpan<char> name) => Settings.Names is { } names && names.Contains(name);

    /// <summary>Writes what stands for a value that is redacted for its name.</summary>
    internal void RedactedByName()
    {
        HasRedactedName = true;
        Literal("\"***\""u8);
    }

    /// <summary>Writes text that a value made itself; that of a single pair may begin with a name.</summary>
    private void OwnText(object value, string? text)
    {
        if (Settings.Names is { } names && IsPair(value) && names.IsKeyOf(text))
            RedactedByName();
        else
            Value(text);
    }

    private static bool IsPair(object value) =>
        value is DictionaryEntry || (value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));
}
