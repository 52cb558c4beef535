using Bolt.Sinks;

namespace Bolt.Tail.Tests;

/// <summary>The files that Bolt rolls.</summary>
public sealed class RollingTests
{
    [Fact]
    public void A_rolled_set_is_read_from_its_oldest_file_to_its_newest()
    {
        using var directory = new TemporaryDirectory();
        string log = directory.PathOf("app.log");
        string[] notes = WriteTwelveFiles(log);
        Assert.Equal(12, Directory.GetFiles(directory.Root).Length);
        Assert.True(File.Exists(directory.PathOf("app.20261123.10.log"))); // whose name sorts before app.20261123.2.log

        // Names that Bolt does not give.
        File.WriteAllText(directory.PathOf("app.2026.log"), "other");
        File.WriteAllText(directory.PathOf("app.20261123.01.log"), "other");
        File.WriteAllText(directory.PathOf("bapp.20261123.log"), "other");

        Assert.Equal(notes, Notes(TailProcess.Run(log, "--rolled", "--json")));
        Assert.Equal(notes[^3..], Notes(TailProcess.Run(log, "--rolled", "--json", "-n", "3")));
        Assert.Equal(notes[^1..], Notes(TailProcess.Run(log, "--json")));
        Assert.Equal(notes[..1], Notes(TailProcess.Run(directory.PathOf("app.20261123.log"), "--json")));
    }

    [Fact]
    public void The_newest_file_may_be_missing()
    {
        using var directory = new TemporaryDirectory();
        string log = directory.PathOf("app.log");
        string[] notes = WriteTwelveFiles(log);
        File.Delete(log);

        Assert.Equal(notes[..^1], Notes(TailProcess.Run(log, "--rolled", "--json")));
    }

    [Fact]
    public void A_file_that_ends_in_the_middle_of_a_line_is_not_joined_with_the_next()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.PathOf("app.20261123.log"), "torn");
        File.WriteAllText(directory.PathOf("app.20261124.log"), "{\"n\":2}");
        File.WriteAllText(directory.PathOf("app.log"), "{\"n\":3}\n");

        Assert.Equal("torn\nn=2\nn=3\n", TailProcess.Run(directory.PathOf("app.log"), "--rolled").Text);
    }

    [Fact]
    public void Every_file_rolled_while_it_is_followed_is_shown_in_order()
    {
        using var directory = new TemporaryDirectory();
        string log = directory.PathOf("app.log");
        using var shop = new ShopLog(log, new FileSinkOptions { MaxFileBytes = 1, RollInterval = RollInterval.Day, RetainedFiles = 0 });
        shop.Note("before");
        shop.Note("first");
        using TailProcess tail = TailProcess.Start(log, "--follow", "--json");
        tail.MustWrite(File.ReadAllText(log));

        // Many between two looks.
        for (int i = 0; i < 50; i++)
        {
            shop.Note($"note {i}");
            if (i % 20 == 0)
                shop.NextDay();
        }

        var expected = new List<string> { "first" };
        for (int i = 0; i < 50; i++)
            expected.Add($"note {i}");
        tail.MustWriteLast(File.ReadAllText(log));
        tail.Interrupt();
        Assert.Equal(expected, Notes(tail.End()));
    }

    [Fact]
    public void A_rolled_set_can_be_followed()
    {
        using var directory = new TemporaryDirectory();
        string log = directory.PathOf("app.log");
        using var shop = new ShopLog(log, new FileSinkOptions { MaxFileBytes = 1 });
        foreach (string text in (ReadOnlySpan<string>)["a", "b", "c"])
            shop.Note(text);
        using TailProcess tail = TailProcess.Start(log, "--follow", "--rolled", "--json", "-n", "2");
        tail.MustWriteLast(File.ReadAllText(log));

        shop.Note("d");
        tail.MustWriteLast(File.ReadAllText(log));
        tail.Interrupt();

        Assert.Equal(["b", "c", "d"], Notes(tail.End()));
    }

    /// <summary>One record a file: eleven of one day, and one of the next, which is not rolled yet.</summary>
    private static string[] WriteTwelveFiles(string log)
    {
        using var shop = new ShopLog(log, new FileSinkOptions { MaxFileBytes = 1, RollInterval = RollInterval.Day });
        string[] notes = new string[12];
        for (int i = 0; i < notes.Length; i++)
        {
            if (i == 11)
                shop.NextDay();
            shop.Note(notes[i] = $"note {i}");
        }

        return notes;
    }

    private static string[] Notes(TailResult run) =>
        Array.ConvertAll(run.Lines, static line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!);
}
