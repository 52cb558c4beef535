using System.Text;
using Bolt.Sinks;
using Xunit;

namespace Bolt.Runtime.Tests;

public sealed class ConsoleSinkTests
{
    private const string Record = """{"time":"2025-07-13T15:30:00Z","level":"info","foo":"bar baz","n":1,"message":"hi"}""" + "\n";
    private const string Plain = "info[2025-07-13T15:30:00Z] hi foo=\"bar baz\" n=1\n";
    private const string Colored = "\e[34minfo\e[0m[2025-07-13T15:30:00Z] hi foo=\"bar baz\" n=1\n";

    [Theory]
    [InlineData(ConsoleFormat.Auto, null, true, true)]
    [InlineData(ConsoleFormat.Auto, null, false, false)]
    [InlineData(ConsoleFormat.Auto, "", true, true)]
    [InlineData(ConsoleFormat.Auto, " \t", false, false)]
    [InlineData(ConsoleFormat.Auto, "json", true, false)]
    [InlineData(ConsoleFormat.Auto, "console", false, true)]
    [InlineData(ConsoleFormat.Auto, " Console ", false, true)]
    [InlineData(ConsoleFormat.Auto, "JSON\n", true, false)]
    [InlineData(ConsoleFormat.Auto, "yaml", true, true)]
    [InlineData(ConsoleFormat.Auto, "yaml", false, false)]
    [InlineData(ConsoleFormat.Json, null, true, false)]
    [InlineData(ConsoleFormat.Text, null, false, true)]
    [InlineData(ConsoleFormat.Json, "console", false, true)]
    [InlineData(ConsoleFormat.Text, "json", true, false)]
    [InlineData(ConsoleFormat.Text, "yaml", false, true)]
    public void The_environment_then_the_option_then_the_terminal_decide_the_format(ConsoleFormat option, string? variable, bool terminal, bool text)
    {
        var target = new ScriptedTarget { Terminal = terminal };
        using var sink = new ConsoleSink(new() { Format = option, Colors = AnsiColors.Never }, name => name == "BOLT_FORMAT" ? variable : null, target);

        sink.Write(Encoding.UTF8.GetBytes(Record), 1);

        Assert.Equal(text ? Plain : Record, target.Written);
    }

    [Theory]
    [InlineData(AnsiColors.Auto, true, null, null, true)]
    [InlineData(AnsiColors.Auto, false, null, null, false)]
    [InlineData(AnsiColors.Auto, true, "", "", true)]
    [InlineData(AnsiColors.Auto, true, "1", null, false)]
    [InlineData(AnsiColors.Auto, true, "0", null, false)]
    [InlineData(AnsiColors.Auto, false, null, "1", true)]
    [InlineData(AnsiColors.Auto, false, null, "0", false)]
    [InlineData(AnsiColors.Auto, true, null, "0", true)]
    [InlineData(AnsiColors.Auto, true, "1", "1", false)]
    [InlineData(AnsiColors.Always, false, null, null, true)]
    [InlineData(AnsiColors.Always, true, "1", null, false)]
    [InlineData(AnsiColors.Never, true, null, null, false)]
    [InlineData(AnsiColors.Never, true, null, "1", true)]
    public void The_environment_then_the_option_then_the_terminal_decide_the_colours(AnsiColors option, bool terminal, string? no, string? force, bool colored)
    {
        var target = new ScriptedTarget { Terminal = terminal };
        using var sink = new ConsoleSink(
            new() { Format = ConsoleFormat.Text, Colors = option },
            name => name switch { "NO_COLOR" => no, "FORCE_COLOR" => force, _ => null },
            target);

        sink.Write(Encoding.UTF8.GetBytes(Record), 1);

        Assert.Equal(colored ? Colored : Plain, target.Written);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("json", true)]
    [InlineData("CONSOLE", true)]
    [InlineData("text", false)]
    [InlineData("json console", false)]
    public void A_value_that_means_nothing_is_told_from_none(string? value, bool known) => Assert.Equal(known, ConsoleSink.TryParseFormat(value, out _));

    [Theory]
    [InlineData(ConsoleFormat.Json)]
    [InlineData(ConsoleFormat.Text)]
    public void A_batch_is_one_write(ConsoleFormat format)
    {
        var target = new ScriptedTarget();
        using var sink = new ConsoleSink(new() { Format = format }, _ => null, target);

        sink.Write(Encoding.UTF8.GetBytes(Record + Record + Record), 3);

        Assert.Single(target.Calls);
        Assert.Equal(format == ConsoleFormat.Json ? Record + Record + Record : Plain + Plain + Plain, target.Written);
    }

    [Fact]
    public void On_a_terminal_it_writes_coloured_text()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var (master, slave) = Libc.Terminal();
        using var _ = master;
        using var sink = new ConsoleSink(new(), _ => null, new DescriptorTarget("standard output", slave));

        sink.Write(Encoding.UTF8.GetBytes(Record), 1);

        var expected = Colored.Replace("\n", "\r\n"); // the terminal's own doing
        var shown = new byte[expected.Length];
        for (var length = 0; length < shown.Length;)
            length += Libc.Read(master, shown.AsSpan(length));
        Assert.Equal(expected, Encoding.UTF8.GetString(shown));
        Assert.True(sink.MayBlock);
    }

    [Fact]
    public void Into_a_file_it_writes_json_and_cannot_block()
    {
        using var directory = new TemporaryDirectory();
        using (var sink = new ConsoleSink(new(), _ => null, LineTarget.OpenAppend(directory.File("out"), UnixFileMode.UserRead | UnixFileMode.UserWrite)))
        {
            sink.Write(Encoding.UTF8.GetBytes(Record), 1);
            Assert.False(sink.MayBlock);
        }

        Assert.Equal(Record, directory.Read("out"));
    }

    [Fact]
    public void Into_a_pipe_it_may_block_and_into_the_null_device_it_cannot()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var (read, write) = Libc.Pipe(nonBlocking: false);
        using var _ = read;
        using var pipe = new ConsoleSink(new(), _ => null, new DescriptorTarget("standard output", write));
        using var nothing = new ConsoleSink(new(), _ => null, LineTarget.OpenAppend("/dev/null", UnixFileMode.UserRead));

        Assert.True(pipe.MayBlock);
        Assert.False(nothing.MayBlock);
    }

    [Fact]
    public void A_closed_pipe_is_an_error_of_each_write()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var (read, write) = Libc.Pipe(nonBlocking: false);
        using var sink = new ConsoleSink(new(), _ => null, new DescriptorTarget("standard output", write));
        read.Dispose();

        for (var i = 0; i < 3; i++)
            Assert.Contains("standard output", Assert.Throws<IOException>(() => sink.Write("{}\n"u8, 1)).Message);
    }

    [Fact]
    public void Bad_options_are_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("options", () => new ConsoleSink(null!));
        var format = Assert.Throws<ArgumentOutOfRangeException>("Format", () => new ConsoleSink(new() { Format = (ConsoleFormat)9 }));
        Assert.Throws<ArgumentOutOfRangeException>("Colors", () => new ConsoleSink(new() { Colors = (AnsiColors)9 }));
        Assert.Contains("ConsoleSinkOptions.Format must be Auto, Json or Text", format.Message);
    }

    [Fact]
    public void Use_after_disposal_throws_and_disposing_the_real_console_leaves_it_open()
    {
        var sink = new ConsoleSink(new() { ToStandardError = true });
        sink.Dispose();
        sink.Dispose();

        Assert.Throws<ObjectDisposedException>(() => sink.Write("{}\n"u8, 1));
        using var target = LineTarget.Standard(error: true);
        Assert.NotNull(target.Status);
    }

    [Theory]
    [InlineData(ConsoleFormat.Json)]
    [InlineData(ConsoleFormat.Text)]
    public void Writing_allocates_nothing(ConsoleFormat format)
    {
        if (OperatingSystem.IsWindows())
            return;

        using var sink = new ConsoleSink(new() { Format = format }, _ => null, LineTarget.OpenAppend("/dev/null", UnixFileMode.UserRead));
        var batch = Encoding.UTF8.GetBytes(Record + Record);

        AllocationAssert.None(() => sink.Write(batch, 2));
    }
}
