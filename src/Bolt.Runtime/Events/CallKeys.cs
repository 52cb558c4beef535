namespace Bolt.Runtime;

/// <summary>The keys of a call's own fields: of a generated method an array, of any other call a list.</summary>
internal static class CallKeys
{
    /// <summary>Whether a key is among them. An array is searched as one, not through its interface.</summary>
    internal static bool Contain(IReadOnlyCollection<string> keys, string key) =>
        keys is string[] array ? Array.IndexOf(array, key) >= 0 : keys.Contains(key);
}
