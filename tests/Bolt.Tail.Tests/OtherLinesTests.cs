using System.Text;

namespace Bolt.Tail.Tests;

/// <summary>Lines that are no records.</summary>
public sealed class OtherLinesTests
{
    private const string Record = """{"level":"warn","n":1,"message":"hello"}""";

    [Fact]
    public void They_are_shown_as_they_are_and_counted()
    {
        TailResult run = Run($"Unhandled exception.\n{Record}\n[1,2]\n\n42\n{{\"torn\":\n{Record}{Record}\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"Unhandled exception.\nwarn hello n=1\n[1,2]\n42\n{{\"torn\":\n{Record}{Record}\n", run.Text);
        Assert.Equal("Tail: 5 lines are no records.\n", run.Errors);
    }

    [Theory]
    [InlineData("--json", $"{Record}\n")]
    [InlineData("--level=info", "warn hello n=1\n")]
    [InlineData("--where=n=1", "warn hello n=1\n")]
    public void They_are_left_out_and_counted_where_records_are_asked_for(string argument, string expected)
    {
        TailResult run = Run($"Unhandled exception.\n{Record}\n", argument);

        Assert.Equal((0, expected, "Tail: 1 line is no record, and not shown.\n"), (run.ExitCode, run.Text, run.Errors));
    }

    [Fact]
    public void They_count_among_the_last_lines_only_where_they_are_shown()
    {
        string log = $"{Record}\nfirst\nsecond\n";

        Assert.Equal("first\nsecond\n", Run(log, "-n", "2").Text);
        Assert.Equal($"{Record}\n", Run(log, "-n", "2", "--json").Text);
    }

    [Fact]
    public void They_cannot_drive_the_terminal() => Assert.Equal("\\x1B[2Jgone\\x9B\n", Run([.. "\e[2Jgone"u8, 0x9B, (byte)'\n']).Text);

    [Fact]
    public void Line_ends_of_Windows_belong_to_no_line() => Assert.Equal("warn hello n=1\nother\n", Run($"{Record}\r\n\r\nother\r\n").Text);

    [Fact]
    public void A_last_line_without_an_end_is_shown()
    {
        Assert.Equal([$"{Record}", $"{Record}"], Run($"{Record}\n{Record}", "--json").Lines);

        TailResult torn = Run($"{Record}\n{Record[..^1]}");
        Assert.Equal(($"warn hello n=1\n{Record[..^1]}\n", "Tail: 1 line is no record.\n"), (torn.Text, torn.Errors));
    }

    [Fact]
    public void A_huge_record_is_one_line_and_a_line_beyond_every_record_comes_in_parts()
    {
        string text = string.Concat(Enumerable.Repeat("x東京🚀", 1 << 20));
        string record = $"{{\"text\":\"{text}\"}}";
        Assert.InRange(Encoding.UTF8.GetByteCount(record), 11 << 20, 16 << 20);
        Assert.Equal([Record, record, Record], Run($"{Record}\n{record}\n{Record}\n", "--json").Lines);

        // No character is cut: each of its bytes by itself would be shown as \xNN.
        string tooLong = $"{{\"a\":\"{text}\",\"b\":\"{text}{text}\"}}";
        TailResult run = Run($"{Record}\n{tooLong}\n{Record}\n");
        string[] shown = run.Text.TrimEnd('\n').Split('\n');
        Assert.Equal("Tail: 3 lines are no records.\n", run.Errors);
        Assert.Equal(5, shown.Length);
        Assert.Equal(("warn hello n=1", tooLong, "warn hello n=1"), (shown[0], string.Concat(shown[1..^1]), shown[^1]));
    }

    private static TailResult Run(string input, params string[] arguments) => Run(Encoding.UTF8.GetBytes(input), arguments);

    private static TailResult Run(byte[] input, params string[] arguments) => TailProcess.RunPiped(input, arguments);
}
