using System.Text;

namespace Bolt.Benchmarks.Reports;

/// <summary>A table of a page. Cells hold no bar that is not escaped.</summary>
internal sealed class MarkdownTable
{
    private readonly StringBuilder _text = new();
    private readonly int _columns;

    public MarkdownTable(params IReadOnlyCollection<string> heading)
    {
        _columns = heading.Count;
        Add(heading);
        _text.Append('|').Insert(_text.Length, "---|", _columns).Append('\n');
    }

    public void Add(params IReadOnlyCollection<string> cells)
    {
        if (cells.Count != _columns)
            throw new ArgumentException($"{cells.Count} cells for {_columns} columns.", nameof(cells));

        _text.Append("| ").AppendJoin(" | ", cells.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
    }

    /// <summary>Without a line break at the end.</summary>
    public override string ToString() => _text.ToString(0, _text.Length - 1);
}
