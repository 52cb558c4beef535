using System.Text;
using Bolt.Sinks;
using Bolt.Sinks.Native;
using Xunit;

namespace Bolt.Runtime.Tests;

public sealed class FileSinkTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Records_are_appended_to_what_the_file_holds()
    {
        File.WriteAllText(_directory.File("app.log"), "before\n");
        using (var sink = new FileSink(_directory.File("app.log")))
        {
            Write(sink, "one");
            Write(sink, "two", "three");
            Assert.False(sink.MayBlock);
        }

        Assert.Equal("before\none\ntwo\nthree\n", _directory.Read("app.log"));
    }

    [Fact]
    public void Missing_directories_are_created()
    {
        using (var sink = new FileSink(Path.Combine(_directory.Path, "a", "b", "app.log")))
            Write(sink, "one");

        Assert.Equal("one\n", _directory.Read("a/b/app.log"));
    }

    [Fact]
    public void A_new_file_has_the_permissions_asked_for()
    {
        if (OperatingSystem.IsWindows())
            return;

        using var sink = new FileSink(_directory.File("app.log"), new() { UnixFileMode = OwnerOnly });

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(_directory.File("app.log")));
    }

    [Fact]
    public void A_file_that_ends_within_a_line_is_continued_on_a_new_line()
    {
        File.WriteAllText(_directory.File("app.log"), "before\ntor");
        using (var sink = new FileSink(_directory.File("app.log")))
        {
            Write(sink, "one");
            Write(sink, "two");
        }

        Assert.Equal("before\ntor\none\ntwo\n", _directory.Read("app.log"));
    }

    [Fact]
    public void A_path_that_cannot_be_opened_is_an_error_that_names_it()
    {
        File.WriteAllText(_directory.File("file"), "");
        var below = Path.Combine(_directory.File("file"), "app.log");
        Directory.CreateDirectory(_directory.File("dir"));

        Assert.Contains($"'{below}'", Assert.Throws<IOException>(() => new FileSink(below)).Message);
        Assert.Contains($"'{_directory.File("dir")}'", Assert.Throws<IOException>(() => new FileSink(_directory.File("dir"))).Message);
        Assert.Throws<ArgumentNullException>("path", () => new FileSink(null!));
        Assert.Throws<ArgumentException>("path", () => new FileSink(""));
        Assert.Throws<ArgumentException>("path", () => new FileSink(Path.GetPathRoot(_directory.Path)!));
    }

    [Fact]
    public void A_named_pipe_that_nobody_reads_is_an_error_and_not_a_wait()
    {
        if (!OperatingSystem.IsLinux())
            return;

        Assert.Equal(0, Libc.MakeFifo(_directory.File("pipe"), 0x180));

        Assert.Contains("pipe", Assert.Throws<IOException>(() => new FileSink(_directory.File("pipe"))).Message);
    }

    [Fact]
    public async Task A_named_pipe_that_is_read_gets_the_records_and_may_block()
    {
        if (!OperatingSystem.IsLinux())
            return;

        Assert.Equal(0, Libc.MakeFifo(_directory.File("pipe"), 0x180));
        // Opened for both, a pipe has a reader and a writer from the start, so that nobody waits for the other.
        using var reader = new FileStream(_directory.File("pipe"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        using var sink = new FileSink(_directory.File("pipe"), new() { MaxFileBytes = 10, RollInterval = RollInterval.Day });
        var lines = Enumerable.Range(0, 30_000).Select(i => $"line {i}").ToArray(); // more than a pipe holds
        var writing = Task.Run(() => Write(sink, lines));

        var expected = string.Concat(lines.Select(l => l + "\n"));
        var received = new byte[expected.Length];
        reader.ReadExactly(received);
        await writing;

        Assert.Equal(expected, Encoding.UTF8.GetString(received));
        Assert.True(sink.MayBlock);
        Assert.Equal(["pipe"], _directory.Names());
    }

    [Fact]
    public void A_full_disk_is_an_error_of_each_write_that_names_the_file()
    {
        if (!OperatingSystem.IsLinux())
            return;

        using var sink = new FileSink("/dev/full");

        for (var i = 0; i < 3; i++)
        {
            var error = Assert.Throws<IOException>(() => Write(sink, "one"));
            Assert.Contains("'/dev/full'", error.Message);
            Assert.Equal(ScriptedTarget.NoSpace, error.HResult);
        }
    }

    [Fact]
    public void A_line_torn_by_a_full_disk_ends_before_the_next_record()
    {
        File.WriteAllText(_directory.File("app.log"), "");
        var target = new ScriptedTarget((5, 0), (-1, ScriptedTarget.NoSpace));
        using var sink = new FileSink(_directory.File("app.log"), null, (_, _) => target);

        Assert.Throws<IOException>(() => Write(sink, "one", "two"));
        Write(sink, "three");
        Write(sink, "four");

        Assert.Equal("one\nt\nthree\nfour\n", target.Written);
    }

    [Fact]
    public void A_file_that_was_moved_away_is_opened_anew()
    {
        using (var sink = new FileSink(_directory.File("app.log"), new() { ReopenCheckInterval = TimeSpan.Zero }))
        {
            Write(sink, "one");
            File.Move(_directory.File("app.log"), _directory.File("moved"));
            Write(sink, "two");
            File.Delete(_directory.File("app.log"));
            Write(sink, "three");
            File.Move(_directory.File("app.log"), _directory.File("moved again"));
            File.WriteAllText(_directory.File("app.log"), "");
            Write(sink, "four");
        }

        Assert.Equal("one\n", _directory.Read("moved"));
        Assert.Equal("three\n", _directory.Read("moved again"));
        Assert.Equal("four\n", _directory.Read("app.log"));
    }

    [Fact]
    public void A_directory_that_was_deleted_is_created_anew()
    {
        using var sink = new FileSink(Path.Combine(_directory.Path, "a", "app.log"), new() { ReopenCheckInterval = TimeSpan.Zero });
        Directory.Delete(_directory.File("a"), recursive: true);

        Write(sink, "one");

        Assert.Equal("one\n", _directory.Read("a/app.log"));
    }

    [Fact]
    public void By_default_a_moved_file_is_noticed_soon()
    {
        using var sink = new FileSink(_directory.File("app.log"));
        File.Move(_directory.File("app.log"), _directory.File("moved"));

        var written = 0;
        var end = Environment.TickCount64 + 20_000;
        while (!File.Exists(_directory.File("app.log")) && Environment.TickCount64 < end)
        {
            Write(sink, "x");
            written++;
        }

        Assert.Equal("x\n", _directory.Read("app.log"));
        Assert.Equal(2 * (written - 1), _directory.Read("moved").Length);
    }

    [Fact]
    public void A_moved_file_is_written_further_while_the_path_cannot_be_opened_and_the_flush_tells()
    {
        using var sink = new FileSink(_directory.File("app.log"), new() { ReopenCheckInterval = TimeSpan.Zero });
        File.Move(_directory.File("app.log"), _directory.File("moved"));
        Directory.CreateDirectory(_directory.File("app.log"));

        Write(sink, "one");

        Assert.Equal("one\n", _directory.Read("moved"));
        Assert.Contains(_directory.File("app.log"), Assert.Throws<IOException>(sink.Flush).Message);
        sink.Flush();
        Directory.Delete(_directory.File("app.log"));
        Write(sink, "two");
        sink.Flush();
        Assert.Equal("two\n", _directory.Read("app.log"));
    }

    [Fact]
    public void A_deleted_file_is_not_written_further_when_the_path_cannot_be_opened()
    {
        using var sink = new FileSink(_directory.File("app.log"), new() { ReopenCheckInterval = TimeSpan.FromMilliseconds(1) });
        File.Delete(_directory.File("app.log"));
        Directory.CreateDirectory(_directory.File("app.log"));
        Assert.True(SpinWait.SpinUntil(() => Record.Exception(() => Write(sink, "one")) is IOException, 20_000));

        for (var i = 0; i < 100; i++)
            Assert.Throws<IOException>(() => Write(sink, "one"));
    }

    [Fact]
    public void A_batch_is_split_between_records_so_that_no_file_exceeds_the_limit()
    {
        using (var sink = NewSink(new() { MaxFileBytes = 10, RetainedFiles = 0 }))
        {
            Write(sink, "1234", "5678", "9abc", "d");
            Write(sink, "ef");
        }

        Assert.Equal(["app.20261123.log", "app.log"], _directory.Names());
        Assert.Equal("1234\n5678\n", _directory.Read("app.20261123.log"));
        Assert.Equal("9abc\nd\nef\n", _directory.Read("app.log"));
    }

    [Fact]
    public void A_record_longer_than_the_limit_has_a_file_of_its_own()
    {
        using (var sink = NewSink(new() { MaxFileBytes = 10 }))
            Write(sink, "a", "a record beyond the limit", "b");

        Assert.Equal("a\n", _directory.Read("app.20261123.log"));
        Assert.Equal("a record beyond the limit\n", _directory.Read("app.20261123.1.log"));
        Assert.Equal("b\n", _directory.Read("app.log"));
    }

    [Fact]
    public void A_full_file_of_an_earlier_run_is_rolled_first()
    {
        File.WriteAllText(_directory.File("app.log"), "12345678\n");
        using (var sink = NewSink(new() { MaxFileBytes = 10 }))
            Write(sink, "ab");

        Assert.Equal("12345678\n", _directory.Read("app.20261123.log"));
        Assert.Equal("ab\n", _directory.Read("app.log"));
    }

    [Fact]
    public void The_line_feed_after_a_torn_line_counts_towards_the_limit()
    {
        File.WriteAllText(_directory.File("app.log"), "123456");
        using (var sink = NewSink(new() { MaxFileBytes = 10 }))
            Write(sink, "abc");

        Assert.Equal("123456", _directory.Read("app.20261123.log"));
        Assert.Equal("abc\n", _directory.Read("app.log"));
    }

    [Fact]
    public void Rolled_files_are_numbered_after_the_newest_of_the_day()
    {
        File.WriteAllText(_directory.File("app.20261123.7.log"), "");
        File.WriteAllText(_directory.File("app.20261122.9.log"), "");
        using (var sink = NewSink(new() { MaxFileBytes = 4 }))
            Write(sink, "abc", "def");

        Assert.Equal("abc\n", _directory.Read("app.20261123.8.log"));
        Assert.Equal("def\n", _directory.Read("app.log"));
    }

    [Fact]
    public void A_new_day_rolls_the_file_under_the_day_of_its_records()
    {
        using (var sink = NewSink(new() { RollInterval = RollInterval.Day }))
        {
            Write(sink, "monday");
            _time.Now = new DateTimeOffset(2026, 11, 23, 23, 59, 59, 999, TimeSpan.Zero);
            Write(sink, "still monday");
            _time.Now = new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.FromHours(1)); // 01:00 UTC
            Write(sink, "tuesday");
            _time.Now = new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero); // a clock set back rolls nothing
            Write(sink, "still tuesday");
        }

        Assert.Equal(["app.20261123.log", "app.log"], _directory.Names());
        Assert.Equal("monday\nstill monday\n", _directory.Read("app.20261123.log"));
        Assert.Equal("tuesday\nstill tuesday\n", _directory.Read("app.log"));
    }

    [Fact]
    public void Days_without_records_leave_no_files()
    {
        using (var sink = NewSink(new() { RollInterval = RollInterval.Day }))
        {
            _time.Now += TimeSpan.FromDays(1);
            Write(sink, "tuesday");
            _time.Now += TimeSpan.FromDays(4);
            Write(sink, "saturday");
        }

        Assert.Equal(["app.20261124.log", "app.log"], _directory.Names());
    }

    [Fact]
    public void A_file_of_an_earlier_day_and_run_is_rolled_under_the_day_of_its_last_write()
    {
        File.WriteAllText(_directory.File("app.log"), "friday\n");
        File.SetLastWriteTimeUtc(_directory.File("app.log"), new DateTime(2026, 11, 20, 23, 0, 0, DateTimeKind.Utc));
        using (var sink = NewSink(new() { RollInterval = RollInterval.Day }))
            Write(sink, "monday");

        Assert.Equal("friday\n", _directory.Read("app.20261120.log"));
        Assert.Equal("monday\n", _directory.Read("app.log"));
    }

    [Fact]
    public void Only_the_newest_rolled_files_are_kept()
    {
        using (var sink = NewSink(new() { MaxFileBytes = 4, RetainedFiles = 3 }))
        {
            for (var i = 0; i < 14; i++)
                Write(sink, $"{i:000}");
        }

        Assert.Equal(["app.20261123.10.log", "app.20261123.11.log", "app.20261123.12.log", "app.log"], _directory.Names());
        Assert.Equal("013\n", _directory.Read("app.log"));
    }

    [Fact]
    public void Files_of_other_names_are_never_deleted()
    {
        string[] foreign =
        [
            "app.2026.log", "app.20261332.log", "app.20201123.01.log", "app.20201123.x.log", "app.20201123..log", "app.20201123.-1.log",
            "app.20201123.0.log", "app.20201123.1.2.log", "app.20201123.log.gz", "app.20201123", "application.20201123.log", "App.20201123.log", "xapp.20201123.log", "app.20201123.99999999999.log", "app.20991231.01.log",
        ];
        string[] old = ["app.20201123.log", "app.20201123.1.log"];
        foreach (var name in foreign.Concat(old))
            File.WriteAllText(_directory.File(name), "");
        var before = _directory.Names().Except(old).ToArray();

        using (var sink = NewSink(new() { MaxFileBytes = 4, RetainedFiles = 1 }))
            Write(sink, "abc", "def");

        Assert.Equal(before.Append("app.20261123.log").Append("app.log").Order(StringComparer.Ordinal), _directory.Names());
    }

    [Fact]
    public void A_file_without_extension_is_rolled_too()
    {
        using (var sink = new FileSink(_directory.File("app"), new() { MaxFileBytes = 4, TimeProvider = _time }))
            Write(sink, "abc", "def", "ghi");

        Assert.Equal(["app", "app.20261123", "app.20261123.1"], _directory.Names());
    }

    [Fact]
    public void A_file_that_cannot_be_rolled_is_written_further_and_the_flush_tells()
    {
        File.WriteAllText(_directory.File($"app.20261123.{int.MaxValue - 1}.log"), "");
        File.WriteAllText(_directory.File($"app.20261123.{int.MaxValue}.log"), "taken");
        using var sink = NewSink(new() { MaxFileBytes = 4 });

        Write(sink, "abc", "def");
        Write(sink, "ghi");

        Assert.Equal("abc\ndef\nghi\n", _directory.Read("app.log"));
        Assert.Equal("taken", _directory.Read($"app.20261123.{int.MaxValue}.log"));
        Assert.Contains(_directory.File("app.log"), Assert.Throws<IOException>(sink.Flush).Message);
        sink.Flush();
    }

    [Fact]
    public async Task Two_writers_of_one_file_tear_no_line()
    {
        await WriteConcurrently(new());

        Assert.Equal(["app.log"], _directory.Names());
    }

    [Fact]
    public async Task Two_writers_that_roll_one_file_by_size_lose_and_tear_no_line()
    {
        const int limit = 20_000, largestBatch = 20 * 60;
        await WriteConcurrently(new() { MaxFileBytes = limit, RetainedFiles = 0, TimeProvider = _time });

        var rolled = _directory.Names().Where(n => n != "app.log").Select(n => new FileInfo(_directory.File(n)).Length).ToArray();
        Assert.True(rolled.Length > 10, $"{rolled.Length} rolled files");
        Assert.All(rolled, length => Assert.InRange(length, limit - (2 * largestBatch), limit + largestBatch));
    }

    [Fact]
    public void While_another_rolls_the_file_is_written_further()
    {
        if (OperatingSystem.IsWindows())
            return;

        using var sink = NewSink(new() { MaxFileBytes = 4 });
        using (var other = Posix.TryLockDirectory(Posix.PathBytes(_directory.Path), out _))
        {
            Assert.NotNull(other);
            Write(sink, "abc", "def");
        }

        Assert.Equal(["app.log"], _directory.Names());
        Assert.Equal("abc\ndef\n", _directory.Read("app.log"));
        sink.Flush();
    }

    [Fact]
    public void A_writer_whose_file_another_has_rolled_follows_without_rolling_again()
    {
        var options = new FileSinkOptions { RollInterval = RollInterval.Day, TimeProvider = _time };
        using var first = new FileSink(_directory.File("app.log"), options);
        using var second = new FileSink(_directory.File("app.log"), options);
        Write(first, "a1");
        Write(second, "b1");
        File.SetLastWriteTimeUtc(_directory.File("app.log"), _time.Now.UtcDateTime);
        _time.Now += TimeSpan.FromDays(1);

        Write(first, "a2");
        File.SetLastWriteTimeUtc(_directory.File("app.log"), _time.Now.UtcDateTime);
        Write(second, "b2");

        Assert.Equal(["app.20261123.log", "app.log"], _directory.Names());
        Assert.Equal("a1\nb1\n", _directory.Read("app.20261123.log"));
        Assert.Equal("a2\nb2\n", _directory.Read("app.log"));
    }

    [Fact]
    public void A_program_that_reads_the_file_holds_up_neither_writing_nor_rolling()
    {
        using var sink = NewSink(new() { MaxFileBytes = 4 });
        Write(sink, "abc");
        using var reader = new FileStream(_directory.File("app.log"), FileMode.Open, FileAccess.Read, OperatingSystem.IsWindows() ? FileShare.ReadWrite | FileShare.Delete : FileShare.None);

        Write(sink, "def");

        Assert.Equal("def\n", _directory.Read("app.log"));
    }

    [Theory]
    [InlineData(FileSync.OnFlush)]
    [InlineData(FileSync.EachWrite)]
    public void Synchronising_changes_nothing_in_the_file(FileSync sync)
    {
        using (var sink = NewSink(new() { Sync = sync }))
        {
            Write(sink, "one");
            sink.Flush();
        }

        Assert.Equal("one\n", _directory.Read("app.log"));
    }

    [Theory]
    [InlineData(nameof(FileSinkOptions.MaxFileBytes), "0", "from 1 to")]
    [InlineData(nameof(FileSinkOptions.RollInterval), "7", "None or Day")]
    [InlineData(nameof(FileSinkOptions.RetainedFiles), "-1", "from 0")]
    [InlineData(nameof(FileSinkOptions.Sync), "7", "Never, OnFlush or EachWrite")]
    [InlineData(nameof(FileSinkOptions.ReopenCheckInterval), "-00:00:01", "from 00:00:00")]
    [InlineData(nameof(FileSinkOptions.UnixFileMode), "UserRead", "include UserWrite")]
    public void A_bad_option_is_refused_by_name_value_and_rule(string option, string value, string rule)
    {
        var options = new FileSinkOptions();
        switch (option)
        {
            case nameof(FileSinkOptions.MaxFileBytes):
                options.MaxFileBytes = 0;
                break;
            case nameof(FileSinkOptions.RollInterval):
                options.RollInterval = (RollInterval)7;
                break;
            case nameof(FileSinkOptions.RetainedFiles):
                options.RetainedFiles = -1;
                break;
            case nameof(FileSinkOptions.Sync):
                options.Sync = (FileSync)7;
                break;
            case nameof(FileSinkOptions.ReopenCheckInterval):
                options.ReopenCheckInterval = TimeSpan.FromSeconds(-1);
                break;
            default:
                options.UnixFileMode = UnixFileMode.UserRead;
                break;
        }

        var error = Assert.Throws<ArgumentOutOfRangeException>(option, () => new FileSink(_directory.File("app.log"), options));

        Assert.Contains($"FileSinkOptions.{option}", error.Message);
        Assert.Contains(value, error.Message);
        Assert.Contains(rule, error.Message);
        Assert.Empty(_directory.Names());
    }

    [Fact]
    public void Options_changed_after_construction_have_no_effect()
    {
        var options = new FileSinkOptions { TimeProvider = _time };
        using (var sink = new FileSink(_directory.File("app.log"), options))
        {
            options.MaxFileBytes = 1;
            Write(sink, "abc", "def");
        }

        Assert.Equal(["app.log"], _directory.Names());
    }

    [Fact]
    public void Use_after_disposal_throws()
    {
        var sink = NewSink(new());
        sink.Dispose();
        sink.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Write(sink, "x"));
        Assert.Throws<ObjectDisposedException>(sink.Flush);
    }

    [Fact]
    public void Writing_allocates_nothing_with_or_without_limits()
    {
        if (OperatingSystem.IsWindows())
            return;

        using var plain = new FileSink(_directory.File("plain.log"), new() { ReopenCheckInterval = TimeSpan.Zero });
        using var limited = new FileSink(_directory.File("limited.log"), new() { MaxFileBytes = 1 << 30, RollInterval = RollInterval.Day });

        AllocationAssert.None(() => plain.Write("{\"level\":\"info\"}\n{\"level\":\"info\"}\n"u8, 2));
        AllocationAssert.None(() => limited.Write("{\"level\":\"info\"}\n{\"level\":\"info\"}\n"u8, 2));
    }

    private FileSink NewSink(FileSinkOptions options)
    {
        options.TimeProvider = _time;
        return new FileSink(_directory.File("app.log"), options);
    }

    private async Task WriteConcurrently(FileSinkOptions options)
    {
        const int lines = 20_000;
        using var start = new Barrier(2);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(() =>
        {
            var random = new Random(writer);
            using var sink = new FileSink(_directory.File("app.log"), options);
            start.SignalAndWait();
            for (var next = 0; next < lines;)
            {
                var batch = Enumerable.Range(next, Math.Min(random.Next(1, 20), lines - next)).Select(i => Line(writer, i)).ToArray();
                Write(sink, batch);
                next += batch.Length;
            }

            sink.Flush(); // throws if a roll failed
        })));

        var written = _directory.Names().SelectMany(n => File.ReadAllLines(_directory.File(n))).ToArray();
        var expected = Enumerable.Range(0, 2).SelectMany(w => Enumerable.Range(0, lines).Select(i => Line(w, i)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));

        static string Line(int writer, int i) => $"{writer}:{i:00000}:{new string((char)('a' + (i % 26)), i % 50)}";
    }

    private static void Write(FileSink sink, params string[] lines) =>
        sink.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))), lines.Length);
}
