namespace Bolt.Tail.Tests;

/// <summary>Files that change while they are shown.</summary>
public sealed class FollowTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly string _log;

    public FollowTests() => _log = _directory.PathOf("app.log");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_is_appended_is_shown_and_an_interrupt_ends_it_well()
    {
        using var shop = new ShopLog(_log);
        shop.Note("one");
        using TailProcess tail = TailProcess.Start(_log, "-f", "--json");
        tail.MustWrite(File.ReadAllText(_log));

        for (int i = 0; i < 5; i++)
        {
            shop.Note($"next {i}");
            tail.MustWrite(File.ReadAllText(_log));
        }

        tail.Interrupt();
        Assert.Equal(6, tail.End().Lines.Length);
    }

    [Fact]
    public void The_last_lines_come_first_and_then_every_line_that_matches()
    {
        File.WriteAllText(_log, "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n{\"m\":4}\n");
        using TailProcess tail = TailProcess.Start(_log, "-f", "--json", "-n", "2", "--where", "n>0");
        tail.MustWrite("{\"n\":2}\n{\"n\":3}\n");

        File.AppendAllText(_log, "{\"n\":5}\n{\"m\":6}\n{\"n\":0}\n{\"n\":7}\n");

        tail.MustWrite("{\"n\":2}\n{\"n\":3}\n{\"n\":5}\n{\"n\":7}\n");
        tail.Interrupt();
        Assert.Equal(4, tail.End().Lines.Length);
    }

    [Fact]
    public void A_line_is_shown_when_it_has_its_end()
    {
        File.WriteAllText(_log, "{\"n\":1}\n{\"n\":");
        using TailProcess tail = TailProcess.Start(_log, "--follow");
        tail.MustWrite("n=1\n");

        File.AppendAllText(_log, "2}\n{\"n\":");
        tail.MustWrite("n=1\nn=2\n");
        File.AppendAllText(_log, "3}\n");
        tail.MustWrite("n=1\nn=2\nn=3\n");

        tail.Interrupt();
        Assert.Equal(3, tail.End().Lines.Length);
    }

    [Fact]
    public void A_file_that_is_cut_is_shown_from_its_beginning()
    {
        File.WriteAllText(_log, "{\"n\":1,\"text\":\"a longer line than the next\"}\n{\"torn");
        using TailProcess tail = TailProcess.Start(_log, "--follow");
        const string First = "n=1 text=\"a longer line than the next\"\n";
        tail.MustWrite(First);

        using (FileStream file = new(_log, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            file.SetLength(0);
        File.AppendAllText(_log, "{\"n\":2}\n");

        tail.MustWrite($"{First}{{\"torn\nn=2\n");
        File.AppendAllText(_log, "{\"n\":3}\n");
        tail.MustWrite($"{First}{{\"torn\nn=2\nn=3\n");
        tail.Interrupt();
        TailResult run = tail.End();
        Assert.Equal((0, "Tail: 1 line is no record.\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public void A_file_that_logrotate_moves_away_is_read_to_its_end_and_then_the_new_one()
    {
        File.WriteAllText(_log, "{\"n\":1}\n");
        using TailProcess tail = TailProcess.Start(_log, "--follow");
        tail.MustWrite("n=1\n");

        // Moved, but not replaced: the program that logs goes on writing it.
        File.Move(_log, _log + ".1");
        File.AppendAllText(_log + ".1", "{\"n\":2}\n");
        tail.MustWrite("n=1\nn=2\n");

        File.AppendAllText(_log + ".1", "{\"n\":3}\n");
        File.WriteAllText(_log, "{\"n\":4}\n");
        tail.MustWrite("n=1\nn=2\nn=3\nn=4\n");

        File.AppendAllText(_log + ".1", "{\"too\":\"late\"}\n");
        File.AppendAllText(_log, "{\"n\":5}\n");
        tail.MustWrite("n=1\nn=2\nn=3\nn=4\nn=5\n");

        tail.Interrupt();
        Assert.Equal(5, tail.End().Lines.Length);
    }

    [Fact]
    public void A_sink_that_reopens_its_file_after_logrotate_is_followed()
    {
        using var shop = new ShopLog(_log);
        shop.Note("one");
        string expected = File.ReadAllText(_log);
        using TailProcess tail = TailProcess.Start(_log, "--follow", "--json");
        tail.MustWrite(expected);

        for (int i = 0; i < 3; i++)
        {
            File.Move(_log, _log + ".1", overwrite: true);
            shop.Note($"after {i}");
            expected += File.ReadAllText(_log);
            tail.MustWrite(expected);
        }

        tail.Interrupt();
        Assert.Equal(4, tail.End().Lines.Length);
    }

    [Fact]
    public void A_file_that_is_deleted_and_created_again_is_followed()
    {
        File.WriteAllText(_log, "{\"n\":1}\n");
        using TailProcess tail = TailProcess.Start(_log, "--follow");
        tail.MustWrite("n=1\n");

        File.Delete(_log);
        File.WriteAllText(_log, "{\"n\":2}\n");

        tail.MustWrite("n=1\nn=2\n");
        tail.Interrupt();
        Assert.Equal(2, tail.End().Lines.Length);
    }
}
