using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bolt.Generators.Model;

/// <summary>Groups log methods by their type, in an order that no order of files or parts can change.</summary>
internal static class LogTypeGrouping
{
    // Leaves room for the directories before it where paths are limited to 260 characters.
    private const int MaxHintLength = 100;

    public static ImmutableArray<LogTypeModel> Group(ImmutableArray<LogMethodModel> methods, CancellationToken ct)
    {
        var byType = new SortedDictionary<string, List<LogMethodModel>>(StringComparer.Ordinal);
        foreach (LogMethodModel method in methods)
        {
            ct.ThrowIfCancellationRequested();
            if (!byType.TryGetValue(method.Container.MetadataName, out List<LogMethodModel>? list)) byType.Add(method.Container.MetadataName, list = []);
            list.Add(method);
        }

        var hints = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<LogTypeModel>.Builder types = ImmutableArray.CreateBuilder<LogTypeModel>(byType.Count);
        foreach (KeyValuePair<string, List<LogMethodModel>> entry in byType)
        {
            ct.ThrowIfCancellationRequested();
            entry.Value.Sort(Compare);
            string hint = Hint(entry.Key);
            if (!hints.Add(hint)) hints.Add(hint = WithHash(hint, entry.Key));
            types.Add(new LogTypeModel(hint + ".g.cs", entry.Value[0].Container, entry.Value));
        }

        return types.MoveToImmutable();
    }

    private static int Compare(LogMethodModel a, LogMethodModel b)
    {
        int order = string.CompareOrdinal(a.Name, b.Name);
        if (order != 0) return order;
        order = a.Parameters.Length.CompareTo(b.Parameters.Length);
        for (int i = 0; order == 0 && i < a.Parameters.Length; i++)
        {
            order = string.CompareOrdinal(a.Parameters[i].TypeName, b.Parameters[i].TypeName);
            if (order == 0) order = string.CompareOrdinal(a.Parameters[i].Modifiers, b.Parameters[i].Modifiers);
        }

        return order != 0 ? order : string.CompareOrdinal(a.TypeParameters, b.TypeParameters);
    }

    private static string Hint(string metadataName)
    {
        var hint = new StringBuilder(metadataName.Length);
        foreach (char c in metadataName) hint.Append(c == '+' ? '.' : char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-');
        return hint.Length <= MaxHintLength ? hint.ToString() : WithHash(hint.ToString(0, MaxHintLength), metadataName);
    }

    private static string WithHash(string hint, string metadataName)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        uint hash = 2166136261;
        foreach (char c in metadataName) hash = unchecked((hash ^ c) * 16777619);
        return hint + "-" + hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
