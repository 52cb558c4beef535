using System.Globalization;
using System.Text;

namespace Bolt.Benchmarks.Reports;

/// <summary>A drawing as text. Its colours are of middle lightness, and it has no background: it can be read on white and on black.</summary>
internal sealed class SvgImage
{
    public const string Ink = "#7b8591";
    public const string Bolt = "#2f81f7";
    public const string Limit = "#2da44e";
    public const string Peer = "#c9742c";

    private readonly StringBuilder _text = new();

    public SvgImage(int width, int height, string title) => Append(
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" font-family="sans-serif" font-size="12">
        <title>{Escaped(title)}</title>
        <text x="{width / 2}" y="20" text-anchor="middle" font-size="14" fill="{Ink}">{Escaped(title)}</text>

        """);

    public void Line(double x1, double y1, double x2, double y2, string colour, double width = 1, string? dashes = null) => Append(
        $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{colour}\" stroke-width=\"{width:0.#}\"{(dashes is null ? "" : $" stroke-dasharray=\"{dashes}\"")}/>\n");

    public void Bar(double x, double y, double width, double height, string colour) => Append(
        $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"{colour}\"/>\n");

    public void Dot(double x, double y, string colour) => Append($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3\" fill=\"{colour}\"/>\n");

    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="text">What it says.</param>
    /// <param name="colour">Its colour.</param>
    public void Text(double x, double y, string anchor, string text, string colour = Ink) => Append(
        $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{Escaped(text)}</text>\n");

    public override string ToString() => _text + "</svg>\n";

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private void Append(FormattableString text) => _text.Append(text.ToString(CultureInfo.InvariantCulture));
}
