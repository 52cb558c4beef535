using System.Text;
using Bolt.Sinks;
using Bolt.Sinks.Native;
using Microsoft.Win32.SafeHandles;
using Xunit;

namespace Bolt.Runtime.Tests;

public sealed class LineTargetTests
{
    [Fact]
    public void Lines_are_one_write()
    {
        var target = new ScriptedTarget();

        target.Write("one\ntwo\n"u8);

        Assert.Equal(["one\ntwo\n"], target.Calls);
    }

    [Fact]
    public void A_partial_write_is_continued_where_it_ended()
    {
        var target = new ScriptedTarget((2, 0), (3, 0));

        target.Write("one\ntwo\n"u8);

        Assert.Equal("one\ntwo\n", target.Written);
        Assert.Equal(["one\ntwo\n", "e\ntwo\n", "wo\n"], target.Calls);
    }

    [Fact]
    public void An_interrupted_write_is_repeated_and_a_full_one_waited_for()
    {
        var target = new ScriptedTarget((-1, Posix.Interrupted), (1, 0), (-1, Posix.Interrupted), (-1, Posix.Again));

        target.Write("one\n"u8);

        Assert.Equal("one\n", target.Written);
        Assert.Equal(1, target.Waits);
    }

    [Fact]
    public void A_failure_within_a_line_names_the_target_and_the_next_write_begins_with_a_line_feed()
    {
        var target = new ScriptedTarget((2, 0), (-1, ScriptedTarget.NoSpace), (-1, ScriptedTarget.NoSpace));

        var error = Assert.Throws<IOException>(() => target.Write("one\n"u8));
        Assert.Throws<IOException>(() => target.Write("two\n"u8));
        target.Write("three\n"u8);
        target.Write("four\n"u8);

        Assert.Contains("'the target'", error.Message);
        Assert.Contains("2 of 4 bytes", error.Message);
        Assert.Equal("on\nthree\nfour\n", target.Written);
        Assert.Equal("\nthree\n", target.Calls[^2]);
    }

    [Theory]
    [InlineData(0, "two\n")]
    [InlineData(4, "one\ntwo\n")]
    public void A_failure_between_lines_needs_no_line_feed(int taken, string written)
    {
        (int, int)[] answers = taken == 0 ? [(-1, ScriptedTarget.NoSpace)] : [(taken, 0), (-1, ScriptedTarget.NoSpace)];
        var target = new ScriptedTarget(answers);

        Assert.Throws<IOException>(() => target.Write("one\nxxx\n"u8));
        target.Write("two\n"u8);

        Assert.Equal(written, target.Written);
    }

    [Fact]
    public void A_failure_after_the_repairing_line_feed_needs_no_second_one()
    {
        var target = new ScriptedTarget((2, 0), (-1, ScriptedTarget.NoSpace), (1, 0), (-1, ScriptedTarget.NoSpace));

        Assert.Throws<IOException>(() => target.Write("one\n"u8));
        Assert.Throws<IOException>(() => target.Write("two\n"u8));
        target.Write("three\n"u8);

        Assert.Equal("on\nthree\n", target.Written);
    }

    [Fact]
    public void A_write_that_takes_nothing_ends_as_an_error()
    {
        var target = new ScriptedTarget((0, 0));

        Assert.Throws<IOException>(() => target.Write("one\n"u8));
    }

    [Fact]
    public async Task A_non_blocking_pipe_that_is_full_is_waited_for()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var (read, write) = Libc.Pipe(nonBlocking: true);
        using var target = new DescriptorTarget("pipe", write);
        var line = Encoding.UTF8.GetBytes(new string('x', 999) + "\n");
        var batch = Enumerable.Repeat(line, 500).SelectMany(l => l).ToArray();

        var writing = Task.Run(() =>
        {
            target.Write(batch);
            target.Dispose();
        });
        var received = await ReadToEnd(read);
        await writing;

        Assert.Equal(batch, received);
    }

    [Fact]
    public void A_closed_pipe_is_an_error_of_each_write_and_no_signal()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var (read, write) = Libc.Pipe(nonBlocking: false);
        using var target = new DescriptorTarget("standard output", write);
        read.Dispose();

        for (var i = 0; i < 3; i++)
        {
            var error = Assert.Throws<IOException>(() => target.Write("{}\n"u8));
            Assert.Contains("standard output", error.Message);
            Assert.Equal(Posix.BrokenPipe, error.HResult);
        }
    }

    [Fact]
    public async Task A_pipe_closed_in_the_middle_of_a_blocked_write_ends_it()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var (read, write) = Libc.Pipe(nonBlocking: true);
        using var target = new DescriptorTarget("pipe", write);
        var writing = Task.Run(() => Assert.Throws<IOException>(() => target.Write(new byte[1 << 20])));
        var buffer = new byte[1];
        Assert.Equal(1, Libc.Read(await WhenReadable(read, buffer), buffer.AsSpan()));

        read.Dispose();

        Assert.Equal(Posix.BrokenPipe, (await writing).HResult);
        Assert.True(target.IsTorn);
    }

    [Fact]
    public void What_a_target_is_is_known()
    {
        if (!OperatingSystem.IsLinux())
            return;

        using var directory = new TemporaryDirectory();
        using var file = LineTarget.OpenAppend(directory.File("a"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var null0 = LineTarget.OpenAppend("/dev/null", UnixFileMode.UserRead);
        var (read, write) = Libc.Pipe(nonBlocking: false);
        using var _ = read;
        using var pipe = new DescriptorTarget("pipe", write);
        var (master, slave) = Libc.Terminal();
        using var __ = master;
        using var terminal = new DescriptorTarget("terminal", slave);
        file.Write("12345\n"u8);

        Assert.True(file.Status is { IsRegular: true, Length: 6, Links: 1 });
        Assert.True(FileStatus.IsNullDevice(null0.Status!.Value));
        Assert.False(FileStatus.IsNullDevice(file.Status!.Value));
        Assert.False(FileStatus.IsNullDevice(terminal.Status!.Value));
        Assert.False(FileStatus.IsNullDevice(pipe.Status!.Value));
        Assert.False(pipe.Status!.Value.IsRegular);
        Assert.Equal([true, false, false, false], new LineTarget[] { terminal, file, null0, pipe }.Select(t => t.IsTerminal));
    }

    [Fact]
    public void Writing_to_a_file_allocates_nothing()
    {
        if (OperatingSystem.IsWindows())
            return;

        using var directory = new TemporaryDirectory();
        using var target = LineTarget.OpenAppend(directory.File("a"), UnixFileMode.UserWrite);

        AllocationAssert.None(() => target.Write("{\"level\":\"info\"}\n"u8));
    }

    // A blocked write has certainly begun once a byte of it has come.
    private static Task<SafeFileHandle> WhenReadable(SafeFileHandle read, byte[] buffer) => Task.Run(() =>
    {
        while (Libc.Read(read, buffer.AsSpan()) != 1)
            Thread.Yield();
        return read;
    });

    private static Task<byte[]> ReadToEnd(SafeFileHandle read) => Task.Run(() =>
    {
        using (read)
        {
            var all = new MemoryStream();
            var buffer = new byte[4096];
            while (true)
            {
                var length = Libc.Read(read, buffer);
                if (length == 0)
                    return all.ToArray();
                if (length > 0)
                    all.Write(buffer, 0, length);
                else
                    Thread.Yield();
            }
        }
    });
}
