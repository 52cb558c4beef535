using Bolt.Analyzers.Allocation.Library;

namespace Bolt.FrameworkTable;

/// <summary>What is known better than the code says: one line a member, a verdict and a documentation id, which may end in an asterisk and follow "virtual".</summary>
internal sealed class Overrides
{
    private readonly Dictionary<string, LibraryVerdict> _exact = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, LibraryVerdict Verdict)> _prefixes = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public static Overrides Read(string path)
    {
        var overrides = new Overrides();
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;

            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var verdict = Enum.Parse<LibraryVerdict>(line[..space]);
            var id = line[(space + 1)..].Trim();
            if (id.EndsWith('*'))
                overrides._prefixes.Add((id[..^1], verdict));
            else
                overrides._exact.Add(id, verdict);
        }

        return overrides;
    }

    public LibraryVerdict? Of(string documentationId)
    {
        if (_exact.TryGetValue(documentationId, out var verdict))
        {
            _used.Add(documentationId);
            return verdict;
        }

        foreach (var (prefix, forAll) in _prefixes)
        {
            if (documentationId.StartsWith(prefix, StringComparison.Ordinal))
            {
                _used.Add(prefix);
                return forAll;
            }
        }

        return null;
    }

    /// <summary>Lines that name nothing.</summary>
    public IEnumerable<string> Unused() => _exact.Keys.Concat(_prefixes.Select(static each => each.Prefix)).Where(id => !_used.Contains(id));
}
