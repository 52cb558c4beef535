using System.IO.Pipes;
using System.Text;
using Bolt.Sinks;
using Xunit;

namespace Bolt.Runtime.Tests;

public sealed class StreamSinkTests
{
    [Fact]
    public void Each_batch_is_one_write_of_exactly_its_bytes()
    {
        var stream = new ScriptedStream();
        using var sink = new StreamSink(stream);

        sink.Write("{\"a\":1}\n{\"a\":2}\n"u8, 2);
        sink.Write("{\"a\":3}\n"u8, 1);

        Assert.Equal(["{\"a\":1}\n{\"a\":2}\n", "{\"a\":3}\n"], stream.Writes);
    }

    [Fact]
    public void A_failed_write_reaches_the_caller_and_is_not_repeated()
    {
        var failure = new IOException("full");
        var stream = new ScriptedStream { Fail = _ => failure };
        using var sink = new StreamSink(stream);

        Assert.Same(failure, Assert.Throws<IOException>(() => sink.Write("{}\n"u8, 1)));

        Assert.Single(stream.Writes);
    }

    [Fact]
    public void The_first_write_after_a_failure_begins_with_a_line_feed_and_later_ones_do_not()
    {
        var failing = true;
        var stream = new ScriptedStream { Fail = _ => failing ? new IOException() : null };
        using var sink = new StreamSink(stream);

        Assert.Throws<IOException>(() => sink.Write("{\"a\":1}\n"u8, 1));
        Assert.Throws<IOException>(() => sink.Write("{\"a\":2}\n"u8, 1));
        failing = false;
        sink.Write("{\"a\":3}\n"u8, 1);
        sink.Write("{\"a\":4}\n"u8, 1);

        Assert.Equal(["{\"a\":1}\n", "\n{\"a\":2}\n", "\n{\"a\":3}\n", "{\"a\":4}\n"], stream.Writes);
    }

    [Fact]
    public void A_failed_flush_reaches_the_caller_and_the_next_write_begins_with_a_line_feed()
    {
        var stream = new ScriptedStream { FailFlush = true };
        using var sink = new StreamSink(stream);

        Assert.Throws<IOException>(sink.Flush);
        stream.FailFlush = false;
        sink.Write("{}\n"u8, 1);

        Assert.Equal(["\n{}\n"], stream.Writes);
    }

    [Fact]
    public void Flush_flushes_the_stream()
    {
        var stream = new ScriptedStream();
        using var sink = new StreamSink(stream);

        sink.Flush();

        Assert.Equal(1, stream.Flushes);
    }

    [Fact]
    public void Disposing_closes_the_stream_unless_told_otherwise()
    {
        var closed = new MemoryStream();
        var open = new MemoryStream();

        new StreamSink(closed).Dispose();
        new StreamSink(open, leaveOpen: true).Dispose();

        Assert.False(closed.CanWrite);
        Assert.True(open.CanWrite);
    }

    [Fact]
    public void Disposing_a_sink_that_leaves_its_stream_open_still_hands_over_what_the_stream_buffers()
    {
        var inner = new MemoryStream();
        var sink = new StreamSink(new BufferedStream(inner, 4096), leaveOpen: true);
        sink.Write("{}\n"u8, 1);

        sink.Dispose();
        sink.Dispose();

        Assert.Equal("{}\n", Encoding.UTF8.GetString(inner.ToArray()));
    }

    [Fact]
    public void Use_after_disposal_throws()
    {
        var sink = new StreamSink(new MemoryStream());
        sink.Dispose();

        Assert.Throws<ObjectDisposedException>(() => sink.Write("{}\n"u8, 1));
        Assert.Throws<ObjectDisposedException>(sink.Flush);
    }

    [Fact]
    public void A_stream_that_cannot_be_written_is_refused()
    {
        Assert.Throws<ArgumentNullException>("stream", () => new StreamSink(null!));
        var error = Assert.Throws<ArgumentException>("stream", () => new StreamSink(new MemoryStream([], writable: false)));
        Assert.Contains("MemoryStream", error.Message);
    }

    [Fact]
    public void Only_memory_and_regular_files_are_known_not_to_block()
    {
        using var directory = new TemporaryDirectory();
        using var file = new FileStream(directory.File("a"), FileMode.Create);
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        using var derived = new ScriptedStream();

        Assert.False(new StreamSink(Stream.Null).MayBlock);
        Assert.False(new StreamSink(new MemoryStream()).MayBlock);
        Assert.False(new StreamSink(file).MayBlock);
        Assert.True(new StreamSink(pipe).MayBlock);
        Assert.True(new StreamSink(derived).MayBlock);
        Assert.True(new StreamSink(new BufferedStream(file)).MayBlock);
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        using var sink = new StreamSink(Stream.Null);

        AllocationAssert.None(() => sink.Write("{\"level\":\"info\",\"message\":\"m\"}\n"u8, 1));
    }

    private sealed class ScriptedStream : MemoryStream
    {
        public List<string> Writes { get; } = [];

        public int Flushes { get; private set; }

        public Func<int, Exception?> Fail { get; init; } = _ => null;

        public bool FailFlush { get; set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Writes.Add(Encoding.UTF8.GetString(buffer));
            if (Fail(Writes.Count) is { } error)
                throw error;
        }

        public override void Flush()
        {
            Flushes++;
            if (FailFlush)
                throw new IOException("flush");
        }
    }
}
