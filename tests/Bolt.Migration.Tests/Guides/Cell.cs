namespace Bolt.Migration.Tests.Guides;

/// <summary>A cell of a row: code, and the lines that come of it.</summary>
internal sealed record Cell(IReadOnlyList<string> Code, IReadOnlyList<string> Lines)
{
    /// <summary>What stands before each line.</summary>
    public string Mark { get; init; } = "→";

    public override string ToString() =>
        string.Join("<br>", [.. Code.Select(static line => Quoted(line)), .. Lines.Count == 0 ? [Mark + " nothing"] : Lines.Select(line => $"{Mark} {Quoted(line)}")]);

    // A bar ends a cell even in quoted code.
    private static string Quoted(string text)
    {
        var line = text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings("↵");
        return line.Contains('`', StringComparison.Ordinal) ? $"`` {line} ``" : $"`{line}`";
    }
}
