using System.Text.Json;

namespace Bolt.Package.Tests;

/// <summary>The first command of the README.</summary>
public sealed class SampleTests
{
    [Fact]
    public void It_logs_every_entry_of_a_tree_to_the_console_and_to_a_file()
    {
        using var directory = new TemporaryDirectory();
        string tree = directory.PathOf("tree");
        SampleTree.Create(tree);

        CommandResult run = Sample(tree, "--json", directory.PathOf("records.json")).MustSucceed();

        Assert.Equal(File.ReadAllText(directory.PathOf("records.json")), run.StandardOutput);
        JsonElement[] records = [.. run.StandardOutput.TrimEnd('\n').Split('\n').Select(static line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(SampleTree.Events, records.Length);
        Assert.Equal(
            [
                "Text Grüße 東京 🚀.txt", "LinkFound broken", "Text control\u0001\n\u007f.txt", "Empty empty", "Text quote\" & <tag>.txt", "Text readme.txt",
                "LinkFound nested/cycle", "Binary nested/large.bin", "Binary nested/deeper/binary.bin",
            ],
            records[1..^1].Select(static record => $"{(record.TryGetProperty("kind", out JsonElement kind) ? kind : record.GetProperty("event"))} {record.GetProperty("path").GetString()!.Replace('\\', '/')}"));
        Assert.Contains("\"directories\":3,\"files\":7,\"links\":2,\"unreadable\":0,\"bytes\":1234586,\"message\":", records[^1].GetRawText(), StringComparison.Ordinal);
        run.MustSay("11 events in ").MustSay("Allocated by the log calls: 0 B in ");
    }

    [Fact]
    public void What_cannot_be_read_is_an_event()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.PathOf("locked"), "text");
        using FileStream locked = File.Open(directory.PathOf("locked"), FileMode.Open, FileAccess.Read, FileShare.None);

        JsonElement record = JsonDocument.Parse(Sample(directory.Root).MustSucceed().StandardOutput.Split('\n')[1]).RootElement;

        Assert.Equal(("warn", "Unreadable", "locked"), (record.GetProperty("level").GetString(), record.GetProperty("event").GetString(), record.GetProperty("path").GetString()));
        Assert.Equal("System.IO.IOException", record.GetProperty("error_type").GetString());
    }

    [Theory]
    [InlineData("unknown option '--jsn'", "--jsn", "x")]
    [InlineData("--json needs the name of a file", "--json")]
    [InlineData("--time needs a time", "--time")]
    [InlineData("--time needs a time", "--time", "noon")]
    [InlineData("'b' is a second directory", "a", "b")]
    [InlineData("'no-such-directory' is not a directory", "no-such-directory")]
    [InlineData("'no/such/file' cannot be written", ".", "--json", "no/such/file")]
    public void Bad_usage_is_named_and_ends_with_2(string message, params string[] arguments)
    {
        CommandResult run = Sample(arguments).MustSay(message);

        Assert.Equal((2, ""), (run.ExitCode, run.StandardOutput));
    }

    [Fact]
    public void A_time_makes_the_output_the_same_every_time()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.PathOf("file.txt"), "text");

        string output = Sample(directory.Root, "--time", "2026-11-23T12:30:00Z").MustSucceed().StandardOutput;

        Assert.Equal(output, Sample(directory.Root, "--time", "2026-11-23T13:30:00+01:00").MustSucceed().StandardOutput);
        Assert.All(output.TrimEnd('\n').Split('\n'), static line => Assert.StartsWith("{\"time\":\"2026-11-23T12:30:00.0000000Z\",", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_says_how_to_use_it() => Sample("--help").MustSucceed().MustSay("Usage: QuickStart [DIRECTORY] [--json FILE]");

    private static CommandResult Sample(params string[] arguments) =>
        DotNet.Run(Repository.Root, [Repository.PathOf("artifacts", "bin", "QuickStart", Repository.Configuration.ToLowerInvariant(), "QuickStart.dll"), .. arguments]);
}
