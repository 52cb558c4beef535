using System.Text.RegularExpressions;
using Bolt.Sinks;
using Tail.Output;

namespace Bolt.Tail.Tests;

/// <summary>How far a long reading is.</summary>
public sealed partial class ProgressTests
{
    // Longer than a pipe and a terminal hold, so that a reader that waits holds the program up.
    private const int Lines = 40_000;

    private static readonly TimeSpan s_untilShown = TimeSpan.FromSeconds(1.5);

    [Fact]
    public void It_is_due_after_a_second_and_then_five_times_a_second()
    {
        var time = new ManualTime(DateTimeOffset.UnixEpoch);
        using var terminal = new StringWriter();
        var progress = new Progress(terminal, time);

        At(0.9, 90_000_000);
        At(1, 100_000_000);
        At(1.1, 110_000_000);
        At(1.25, 125_000_000);
        progress.Clear();
        progress.Clear();
        At(3, 0);
        At(4, 400_000_000);

        Assert.Equal("\r\e[K25 % of 400 MB, 100 MB/s\r\e[K31 % of 400 MB, 100 MB/s\r\e[K\r\e[K0 % of 400 MB, 0 MB/s", terminal.ToString());

        void At(double seconds, long read)
        {
            time.Now = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
            progress.Report(read, 400_000_000);
        }
    }

    [Fact]
    public void It_is_not_shown_where_standard_error_is_redirected()
    {
        using var directory = new TemporaryDirectory();
        string log = WriteLong(directory);
        string errors = directory.PathOf("errors");
        using TailProcess terminal = TailProcess.Start([], "script", "-qec", $"dotnet '{TailProcess.Program}' '{log}' 2>'{errors}'", directory.PathOf("typescript"));

        terminal.ReadLate(s_untilShown);

        Assert.Equal(Lines, terminal.End().Lines.Length);
        Assert.Equal("", File.ReadAllText(errors));
    }

    [Fact]
    public void On_a_terminal_it_is_wiped_before_lines_are_shown()
    {
        using var directory = new TemporaryDirectory();
        string log = WriteLong(directory);
        using TailProcess terminal = TailProcess.Start([], "script", "-qec", $"dotnet '{TailProcess.Program}' '{log}'", directory.PathOf("typescript"));

        terminal.ReadLate(s_untilShown);

        string shown = terminal.End().Text;
        Assert.Matches(ShownAndWiped(), shown);
        string expected = System.Text.Encoding.UTF8.GetString(new ConsoleText(colors: true).Render(File.ReadAllBytes(log)));
        Assert.Equal(expected, ShownAndWiped().Replace(shown, "").Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void It_does_not_disturb_a_pager()
    {
        using var directory = new TemporaryDirectory();
        string log = WriteLong(directory);
        using TailProcess terminal = TailProcess.Start([], "script", "-qec", $"dotnet '{TailProcess.Program}' '{log}' | (head -c 1 >/dev/null; sleep 1.5; wc -l)", directory.PathOf("typescript"));
        terminal.Read();

        Assert.Equal($"{Lines}\r", Assert.Single(terminal.End().Lines));
    }

    private static string WriteLong(TemporaryDirectory directory)
    {
        string log = directory.PathOf("long.log");
        File.WriteAllText(log, string.Concat(Enumerable.Repeat("{\"level\":\"info\",\"message\":\"hello\"}\n", Lines)));
        return log;
    }

    // Wiped, written, and wiped again.
    [GeneratedRegex(@"(\r\e\[K[0-9]+ % of [0-9]+ MB, [0-9]+ MB/s)+\r\e\[K")]
    private static partial Regex ShownAndWiped();
}
