using System.Collections;

namespace Bolt.Runtime;

/// <summary>The fields of an ad-hoc call as filters and enrichers see them: the typed values, boxed only where they are asked for.</summary>
/// <param name="record">The call's record.</param>
internal sealed class AdHocFields(AdHocRecord record) : IReadOnlyList<KeyValuePair<string, object?>>
{
    /// <summary>The keys of the call under way, in order.</summary>
    internal string[] Keys = [];

    /// <inheritdoc/>
    public int Count => Math.Min(Keys.Length, record.HeldCount);

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => new(Keys[index], record.Held(index));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
