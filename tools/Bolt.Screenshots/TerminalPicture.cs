using System.Globalization;
using System.Security;
using System.Text;

namespace Bolt.Screenshots;

/// <summary>Draws a terminal with a command and what it wrote, as SVG. The same text is the same picture, byte for byte.</summary>
internal static class TerminalPicture
{
    private const int Columns = 120;
    private const int CellWidth = 8;
    private const int CellHeight = 19;
    private const int FontSize = 13;
    private const int Margin = 14;

    /// <exception cref="FormatException">There is something in the output that is not drawn.</exception>
    public static string Of(string command, string output)
    {
        List<List<Run>> rows = TerminalText.Rows($"$ {command}\n{output}", Columns);
        int width = (Columns * CellWidth) + (2 * Margin);
        int height = (rows.Count * CellHeight) + (2 * Margin);
        var svg = new StringBuilder();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">""");
        Line(svg, $"""<title>{SecurityElement.Escape(command)}</title>""");
        Line(svg, $"""<rect width="100%" height="100%" rx="8" fill="{TerminalColors.Background}"/>""");
        Line(svg, $"""<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="{FontSize}" xml:space="preserve">""");
        int y = Margin + FontSize;
        foreach (List<Run> row in rows)
        {
            int x = Margin;
            foreach (Run run in row)
            {
                // The length keeps the columns, whatever font there is.
                int length = run.Text.Length * CellWidth;
                Line(svg, $"""<text x="{x}" y="{y}" textLength="{length}" lengthAdjust="spacingAndGlyphs" fill="{TerminalColors.Of(run.Color)}">{SecurityElement.Escape(run.Text)}</text>""");
                x += length;
            }

            y += CellHeight;
        }

        return svg.Append("</g>\n</svg>\n").ToString();
    }

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
