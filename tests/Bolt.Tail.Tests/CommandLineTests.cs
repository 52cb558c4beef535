namespace Bolt.Tail.Tests;

/// <summary>What is said when there is nothing to show.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("unknown option '--levle'", "--levle", "warn")]
    [InlineData("unknown option '-x'", "-x")]
    [InlineData("--level needs a value", "--level")]
    [InlineData("--level 'loud' is no level; the levels are trace, debug, info, warn, error, fatal", "--level", "loud")]
    [InlineData("--json takes no value", "--json=yes")]
    [InlineData("--tail '0': a number of lines from 1 to 2147483647 is needed", "--tail", "0")]
    [InlineData("-n '-1': a number of lines", "-n", "-1")]
    [InlineData("--where 'userId' is no condition; write KEY, one of", "--where", "userId")]
    [InlineData("--where '=42' is no condition", "--where", "=42")]
    [InlineData("--where 'userId>' is no condition", "--where", "userId>")]
    [InlineData("--where 'userId==42' is no condition", "--where", "userId==42")]
    [InlineData("--where 'userId!42' is no condition", "--where", "userId!42")]
    [InlineData("--since 'yesterday' is no time; write 2026-11-23,", "--since", "yesterday")]
    [InlineData("--until '23.11.2026' is no time", "--until=23.11.2026")]
    [InlineData("--since '5w' is no time", "--since", "5w")]
    [InlineData("'b.log' is a second file; name one, or pipe them in: cat a.log b.log | Tail", "a.log", "b.log")]
    [InlineData("FILE is empty", "")]
    [InlineData("--follow needs FILE", "--follow")]
    [InlineData("--rolled needs FILE", "--rolled", "-")]
    public void Bad_usage_is_named_with_its_remedy_and_ends_with_2(string message, params string[] arguments)
    {
        TailResult run = TailProcess.Run(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Text));
        Assert.StartsWith($"Tail: {message}", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith(". Try --help.\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named_with_its_remedy_and_ends_with_2()
    {
        using var directory = new TemporaryDirectory();
        string missing = directory.PathOf("missing.log");
        string nowhere = directory.PathOf("nowhere/app.log");

        Refuses($"'{missing}' does not exist; name a file that is in '{directory.Root}'.", missing);
        Refuses($"'{missing}' does not exist; name a file that is in '{directory.Root}'.", missing, "--follow", "--rolled");
        Refuses($"'{nowhere}' does not exist, nor does the directory '{Path.GetDirectoryName(nowhere)}'; check the path.", nowhere);
        Refuses($"'{directory.Root}' is a directory; name a log file in it.", directory.Root);

        static void Refuses(string message, params string[] arguments)
        {
            TailResult run = TailProcess.Run(arguments);
            Assert.Equal((2, "", $"Tail: {message}\n"), (run.ExitCode, run.Text, run.Errors));
        }
    }

    [Fact]
    public void Help_says_how_to_use_it()
    {
        TailResult run = TailProcess.Run("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("Usage: Tail [FILE] [OPTION]...", run.Text, StringComparison.Ordinal);
    }
}
