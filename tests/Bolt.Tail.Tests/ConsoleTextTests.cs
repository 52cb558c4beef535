using Bolt.Sinks;

namespace Bolt.Tail.Tests;

/// <summary>What is shown is what the console sink would have shown.</summary>
public sealed class ConsoleTextTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Byte_for_byte(bool colors)
    {
        using var directory = new TemporaryDirectory();
        string log = directory.PathOf("shop.log");
        _ = ShopLog.WriteDay(log);

        TailResult run = colors ? TailProcess.RunWith("FORCE_COLOR", "1", log) : TailProcess.Run(log);

        Assert.Equal(new ConsoleText(colors).Render(File.ReadAllBytes(log)).ToArray(), run.Bytes);
        Assert.Equal(colors, run.Text.Contains('\e'));
        Assert.Contains("\n    at Bolt.Tail.Tests.ShopLog.Thrown()", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_logs_to_the_console_and_to_a_file_shows_the_same()
    {
        using var directory = new TemporaryDirectory();
        SampleTree.Create(directory.PathOf("tree"));
        string program = Repository.PathOf("artifacts", "bin", "QuickStart", Repository.Configuration.ToLowerInvariant(), "QuickStart.dll");
        KeyValuePair<string, string>[] text = [KeyValuePair.Create("BOLT_FORMAT", "console"), KeyValuePair.Create("FORCE_COLOR", "1")];
        using TailProcess logging = TailProcess.Start(text, "dotnet", program, directory.PathOf("tree"), "--json", directory.PathOf("records.json"));
        logging.Read();
        TailResult shown = logging.End();

        Assert.Equal(shown.Bytes, TailProcess.RunWith("FORCE_COLOR", "1", directory.PathOf("records.json")).Bytes);
        Assert.Equal(SampleTree.Events, shown.Text.Count(static c => c == '\n'));
    }

    [Fact]
    public void No_color_wins_over_the_environment_and_BOLT_FORMAT_does_not_matter()
    {
        using var directory = new TemporaryDirectory();
        string log = directory.PathOf("shop.log");
        _ = ShopLog.WriteDay(log);
        byte[] plain = TailProcess.Run(log).Bytes;

        Assert.Equal(plain, TailProcess.RunWith("FORCE_COLOR", "1", log, "--no-color").Bytes);
        Assert.Equal(plain, TailProcess.RunWith("BOLT_FORMAT", "json", log).Bytes);
        Assert.Equal(File.ReadAllBytes(log), TailProcess.RunWith("BOLT_FORMAT", "console", log, "--json").Bytes);
    }
}
