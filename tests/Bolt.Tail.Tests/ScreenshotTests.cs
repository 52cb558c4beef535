using System.Xml.Linq;

namespace Bolt.Tail.Tests;

/// <summary>The pictures of the documentation show what the programs write now.</summary>
public sealed class ScreenshotTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    private static string Drawing { get; } = Repository.PathOf("artifacts", "bin", "Bolt.Screenshots", Repository.Configuration.ToLowerInvariant(), "Bolt.Screenshots.dll");

    private static string Images { get; } = Repository.PathOf("docs", "images");

    [Fact]
    public void Every_picture_equals_the_one_that_the_script_makes()
    {
        using var directory = new TemporaryDirectory();

        DotNet.Command("env", Repository.Root, $"CONFIGURATION={Repository.Configuration.ToLowerInvariant()}", Repository.PathOf("scripts", "screenshots.sh"), directory.Root).MustSucceed();

        string[] made = Names(directory.Root);
        Assert.Equal(["quickstart.svg", "tail-filter.svg", "tail.svg"], made);
        Assert.Equal(made, Names(Images));
        Assert.All(made, name => Assert.True(
            File.ReadAllText(directory.PathOf(name)) == File.ReadAllText(Path.Combine(Images, name)),
            $"docs/images/{name} does not show what the program writes now; run scripts/screenshots.sh and look at the change."));
    }

    [Fact]
    public void Every_picture_is_in_a_page()
    {
        string pages = string.Concat(Directory.GetFiles(Repository.PathOf("docs"), "*.md").Select(File.ReadAllText));

        Assert.All(Names(Images), name => Assert.Contains($"](images/{name})", pages, StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_has_the_text_of_the_output_and_its_colours()
    {
        using var directory = new TemporaryDirectory();
        string log = directory.PathOf("shop.log");
        DotNet.Run(Repository.Root, Drawing, "log", log).MustSucceed();
        XElement picture = XDocument.Load(Path.Combine(Images, "tail.svg")).Root!;

        string text = string.Concat(Texts(picture).Select(static element => element.Value));
        Assert.Equal($"$ Tail shop.log{TailProcess.Run(log).Text.Replace("\n", "", StringComparison.Ordinal)}", text);
        foreach ((string level, string color) in (ReadOnlySpan<(string, string)>)[("debug", "#8b949e"), ("info", "#6cb6ff"), ("warn", "#ffcb6b"), ("error", "#f07178")])
            Assert.Contains(Texts(picture), element => element.Value == level && (string?)element.Attribute("fill") == color);
    }

    [Fact]
    public void Long_lines_are_wrapped_and_nothing_is_markup()
    {
        string line = "<a href=\"&\"> " + new string('x', 230);
        TailResult run = Draw($"{line}\nnext\n");

        XElement[] texts = [.. Texts(XDocument.Parse(run.Text).Root!)];

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["$ command", line[..120], line[120..240], line[240..], "next"], Array.ConvertAll(texts, static element => element.Value));
        Assert.Equal(["27", "46", "65", "84", "103"], Array.ConvertAll(texts, static element => (string)element.Attribute("y")!));
        Assert.All(texts, static element => Assert.Equal((8 * element.Value.Length).ToString(System.Globalization.CultureInfo.InvariantCulture), (string?)element.Attribute("textLength")));
    }

    [Theory]
    [InlineData("\e[2J", "sets no colour that is drawn")]
    [InlineData("\e[35mpurple", "sets no colour that is drawn")]
    [InlineData("\e", "sets no colour that is drawn")]
    [InlineData("a\tb", "U+0009 in 'a\tb' is not drawn")]
    public void What_is_not_drawn_is_an_error(string output, string message)
    {
        TailResult run = Draw(output);

        Assert.Equal((1, ""), (run.ExitCode, run.Text));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    private static TailResult Draw(string output)
    {
        using TailProcess drawing = TailProcess.Start([], "dotnet", Drawing, "svg", "command");
        drawing.Read();
        drawing.StandardInput.Write(System.Text.Encoding.UTF8.GetBytes(output));
        return drawing.End();
    }

    private static IEnumerable<XElement> Texts(XElement picture) => picture.Descendants(s_svg + "text");

    private static string[] Names(string directory)
    {
        string[] names = Array.ConvertAll(Directory.GetFiles(directory), static file => Path.GetFileName(file)!);
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }
}
