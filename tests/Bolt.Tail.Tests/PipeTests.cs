using System.Text;

namespace Bolt.Tail.Tests;

/// <summary>Standard input and output that are pipes.</summary>
public sealed class PipeTests
{
    [Fact]
    public void Standard_input_is_read_as_a_file_is()
    {
        using var directory = new TemporaryDirectory();
        string log = directory.PathOf("shop.log");
        string[] records = ShopLog.WriteDay(log);
        byte[] bytes = File.ReadAllBytes(log);

        Assert.Equal(TailProcess.Run(log).Bytes, TailProcess.RunPiped(bytes).Bytes);
        Assert.Equal(TailProcess.Run(log).Bytes, TailProcess.RunPiped(bytes, "-").Bytes);
        Assert.Equal(records[3..], TailProcess.RunPiped(bytes, "--json", "--level", "warn").Lines);
        Assert.Equal(records[^2..], TailProcess.RunPiped(bytes, "--json", "-n", "2").Lines);
        Assert.Empty(TailProcess.RunPiped([]).Lines);
    }

    [Fact]
    public void Lines_are_shown_as_they_come_wherever_the_writes_cut_them()
    {
        using TailProcess tail = TailProcess.Start("--json");
        byte[] line = Encoding.UTF8.GetBytes("{\"text\":\"東京 🚀\"}\n");
        string expected = "";

        // Every cut, those in the middle of a character included.
        for (int cut = 1; cut < line.Length; cut++)
        {
            tail.StandardInput.Write(line, 0, cut);
            tail.StandardInput.Flush();
            tail.MustWrite(expected);
            tail.StandardInput.Write(line, cut, line.Length - cut);
            tail.StandardInput.Flush();
            expected += "{\"text\":\"東京 🚀\"}\n";
            tail.MustWrite(expected);
        }

        Assert.Equal(line.Length - 1, tail.End().Lines.Length);
    }

    [Fact]
    public void A_reader_that_goes_away_ends_it_quietly()
    {
        using var directory = new TemporaryDirectory();
        string log = directory.PathOf("long.log");
        File.WriteAllText(log, string.Concat(Enumerable.Repeat("{\"level\":\"info\",\"message\":\"hello\"}\n", 100_000)));
        using TailProcess tail = TailProcess.StartUnread(log);

        tail.CloseOutput();

        TailResult run = tail.End();
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public void An_output_that_is_full_is_an_error()
    {
        using var directory = new TemporaryDirectory();
        string log = directory.PathOf("shop.log");
        _ = ShopLog.WriteDay(log);

        using TailProcess tail = TailProcess.Start([], "sh", "-c", $"exec dotnet '{TailProcess.Program}' '{log}' >/dev/full");
        TailResult run = tail.End();

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Tail: Cannot write to standard output: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_ends_the_waiting_for_input_with_what_is_there()
    {
        using TailProcess tail = TailProcess.Start("--json", "-n", "1");
        tail.StandardInput.Write("{\"n\":1}\n{\"n\":2}\n"u8);
        tail.StandardInput.Flush();
        WaitUntilRead(tail);

        tail.Interrupt();
        tail.WaitForExit();

        TailResult run = tail.End();
        Assert.Equal((130, "{\"n\":2}\n", ""), (run.ExitCode, run.Text, run.Errors));
    }

    // A pipe takes no more than it holds unless somebody reads it. Empty lines are not shown.
    private static void WaitUntilRead(TailProcess tail)
    {
        byte[] emptyLines = new byte[1 << 20];
        emptyLines.AsSpan().Fill((byte)'\n');
        tail.StandardInput.Write(emptyLines);
        tail.StandardInput.Flush();
    }
}
