using System.Text;

namespace Bolt.Screenshots;

/// <summary>What a terminal shows of a program's output: rows of runs of one colour, long lines wrapped.</summary>
internal static class TerminalText
{
    private const char Escape = '\e';

    /// <summary>Reads the output of a program.</summary>
    /// <param name="output">Text with <c>\n</c> and the sequences that set a colour.</param>
    /// <param name="columns">How many characters a row has.</param>
    /// <exception cref="FormatException">There is something in the output that is not drawn here: another sequence, or a control character.</exception>
    public static List<List<Run>> Rows(string output, int columns)
    {
        var rows = new List<List<Run>>();
        int color = 0;
        foreach (string line in output.TrimEnd('\n').Split('\n'))
        {
            var row = new List<Run>();
            var text = new StringBuilder();
            int column = 0;
            for (int i = 0; i < line.Length; i++)
            {
                if (line[i] == Escape)
                {
                    End(row, text, color);
                    color = Color(line, ref i);
                    continue;
                }

                if (char.IsControl(line[i]) || char.IsSurrogate(line[i]))
                    throw new FormatException($"U+{(int)line[i]:X4} in '{line}' is not drawn; leave it out of what is shown.");

                if (column == columns)
                {
                    End(row, text, color);
                    rows.Add(row);
                    row = [];
                    column = 0;
                }

                text.Append(line[i]);
                column++;
            }

            End(row, text, color);
            rows.Add(row);
        }

        return rows;
    }

    private static void End(List<Run> row, StringBuilder text, int color)
    {
        if (text.Length > 0)
            row.Add(new Run(text.ToString(), color));
        text.Clear();
    }

    // ESC [ number m
    private static int Color(string line, ref int i)
    {
        int end = line.IndexOf('m', i);
        if (end < 0 || line[i + 1] != '[' || !int.TryParse(line.AsSpan(i + 2, end - i - 2), out int color) || !TerminalColors.IsKnown(color))
            throw new FormatException($"The sequence at {i} of '{line.Replace(Escape, '␛')}' sets no colour that is drawn; add it to {nameof(TerminalColors)}.");
        i = end;
        return color;
    }
}

/// <summary>Characters of one colour.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Color">The number of the sequence that sets it; 0 is the terminal's own.</param>
internal sealed record Run(string Text, int Color);
