using System.Text;

namespace Bolt.Gate.Baseline;

/// <summary>The allocations that a project had when the gate was first closed, as <c>bolt.baseline.json</c> lists them.</summary>
internal sealed class AllocationBaseline
{
    /// <summary>The name of the file, beside the project file.</summary>
    public const string FileName = "bolt.baseline.json";

    public static readonly AllocationBaseline Empty = new([]);

    private readonly Dictionary<(string Member, string Kind), int> _counts = [];

    public AllocationBaseline(IReadOnlyList<BaselineEntry> entries)
    {
        Entries = entries;
        foreach (var entry in entries)
            _counts[(entry.Member, entry.Kind)] = Count(entry.Member, entry.Kind) + entry.Count;
    }

    public IReadOnlyList<BaselineEntry> Entries { get; }

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="FormatException">It is malformed; the message says where and how.</exception>
    public static AllocationBaseline Parse(string text) => new(new BaselineReader(text).Read());

    /// <summary>How many allocations of the kind the member may have.</summary>
    public int Count(string member, string kind) => _counts.TryGetValue((member, kind), out var count) ? count : 0;

    /// <summary>How many diagnostics of the rule the member may have: the sum over the kinds that its causes compile to.</summary>
    /// <param name="member">The documentation id of the member.</param>
    /// <param name="rule">The id of the rule, BOLT1xxx.</param>
    public int CountForRule(string member, string rule)
    {
        var sum = 0;
        foreach (var kind in BaselineKinds.Of(rule))
            sum += Count(member, kind);
        return sum;
    }

    /// <summary>The text of the file: sorted, one entry a line, so that changes are easy to review and to merge.</summary>
    public string ToJson()
    {
        var sorted = new List<BaselineEntry>(Entries);
        sorted.Sort(static (left, right) =>
        {
            var order = string.CompareOrdinal(left.Member, right.Member);
            return order != 0 ? order : string.CompareOrdinal(left.Kind, right.Kind);
        });

        var text = new StringBuilder("{\n  \"version\": 1,\n  \"allocations\": [");
        for (var index = 0; index < sorted.Count; index++)
        {
            var entry = sorted[index];
            text.Append(index > 0 ? ",\n" : "\n").Append("    { \"member\": \"").Append(Escape(entry.Member)).Append("\", \"kind\": \"").Append(Escape(entry.Kind))
                .Append("\", \"count\": ").Append(entry.Count).Append(" }");
        }

        return text.Append(sorted.Count > 0 ? "\n  ]\n}\n" : "]\n}\n").ToString();
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"");
}
