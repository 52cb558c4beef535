using System.Collections.Frozen;

namespace Bolt.Runtime;

/// <summary>The names under which no value is written (<see cref="BoltOptions.RedactedNames"/>), whatever their case.</summary>
internal sealed class RedactedNames
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;

    private RedactedNames(IEnumerable<string> names) =>
        _names = names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names; null if there are none.</summary>
    internal static RedactedNames? Of(ICollection<string> names) => names.Count == 0 ? null : new RedactedNames(names);

    /// <summary>Whether a value of this name is redacted. An operator of message templates before the name (<c>@</c>, <c>$</c>) is no part of it.</summary>
    internal bool Contains(ReadOnlySpan<char> name) =>
        _names.Contains(name) || (name is ['@' or '$', .. var rest] && _names.Contains(rest));

    /// <summary>Whether the text of a pair, <c>[key, value]</c>, is one of these names' and its value. A key may hold a comma itself.</summary>
    internal bool IsKeyOf(ReadOnlySpan<char> pair)
    {
        for (int i = 1; i < pair.Length - 1; i++)
        {
            if (pair[i] == ',' && pair[i + 1] == ' ' && Contains(pair[1..i]))
            {
                return true;
            }
        }

        return false;
    }
}
