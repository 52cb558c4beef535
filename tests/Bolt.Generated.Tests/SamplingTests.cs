using System.Diagnostics;
using System.Text.Json;

namespace Bolt.Generated.Tests;

public sealed partial class SamplingTests
{
    [Fact]
    public void The_first_of_an_interval_are_written_and_then_one_in_so_many()
    {
        using var recorder = new Recorder();
        for (int i = 1; i <= 40; i++)
            FirstFive(recorder.Logger, i);

        Assert.Equal([1, 2, 3, 4, 5, 15, 25, 35], Numbers(recorder));
    }

    [Fact]
    public void With_nothing_thereafter_it_is_a_limit_of_the_rate()
    {
        using var recorder = new Recorder();
        for (int i = 1; i <= 100; i++)
            AtMostThree(recorder.Logger, i);

        Assert.Equal([1, 2, 3], Numbers(recorder));
    }

    [Fact]
    public void A_new_interval_begins_anew()
    {
        using var recorder = new Recorder();
        for (int i = 1; i <= 10; i++)
            TwoInAnInstant(recorder.Logger, i);

        int written = Numbers(recorder).Length;
        Assert.InRange(written, 2, 9);
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 150)
            Thread.Sleep(1);

        TwoInAnInstant(recorder.Logger, 11);
        Assert.Equal(11, Numbers(recorder)[written]);
    }

    [Fact]
    public void Errors_are_left_out_only_where_that_is_asked_for()
    {
        using var recorder = new Recorder();
        for (int i = 1; i <= 10; i++)
        {
            KeptError(recorder.Logger, i);
            SampledError(recorder.Logger, LogLevel.Critical, i);
        }

        Assert.Equal(11, recorder.Records.Length);
        Assert.Single(recorder.Records, static record => record.StartsWith("{\"level\":\"fatal\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Calls_that_are_not_enabled_do_not_count()
    {
        using var recorder = new Recorder(minimumLevel: LogLevel.Warning);
        for (int i = 0; i < 100; i++)
            Dynamic(recorder.Logger, LogLevel.Debug, i);

        for (int i = 1; i <= 3; i++)
            Dynamic(recorder.Logger, LogLevel.Warning, i);

        Assert.Equal([1, 2], Numbers(recorder));
    }

    [Fact]
    public void Over_all_threads_exactly_so_many_are_written()
    {
        using var recorder = new Recorder();
        var threads = new Thread[4];
        for (int t = 0; t < threads.Length; t++)
        {
            threads[t] = new Thread(() =>
            {
                for (int i = 0; i < 25_000; i++)
                    EveryThousandth(recorder.Logger, i);
            });
            threads[t].Start();
        }

        foreach (Thread thread in threads)
            thread.Join();

        Assert.Equal(100, recorder.Records.Length);
    }

    [Fact]
    public void A_record_tells_how_many_were_left_out()
    {
        var sink = new LineSink();
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Include = RecordParts.Category | RecordParts.EventName;
            options.SampledOutInterval = TimeSpan.FromMilliseconds(100);
            options.Sinks.Add(sink);
        }))
        {
            BoltLogger logger = factory.CreateLogger("Shop");
            for (int i = 0; i < 50; i++)
                Told(logger, i);

            long start = Stopwatch.GetTimestamp();
            while (sink.Lines.Length < 3)
            {
                Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < 30, "No summary came.");
                Thread.Sleep(5);
            }

            Told(logger, 50);
            Told(logger, 51);
        }

        JsonElement[] records = Array.ConvertAll(sink.Lines, static line => JsonDocument.Parse(line).RootElement);
        JsonElement[] summaries = [.. records.Where(static record => record.GetProperty("event").GetString() == "SampledOut")];
        Assert.Equal(2, summaries.Length);
        Assert.Equal([48, 2], summaries.Select(static record => record.GetProperty("sampled_out").GetInt64()));
        Assert.All(summaries, static record =>
        {
            Assert.Equal(("warn", "Shop", "Told"), (record.GetProperty("level").GetString(), record.GetProperty("category").GetString(), record.GetProperty("sampled_event").GetString()));
            Assert.StartsWith($"{record.GetProperty("sampled_out")} calls of Told were left out in ", record.GetProperty("message").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Nothing_is_told_where_nothing_was_left_out()
    {
        using var recorder = new Recorder();
        Untold(recorder.Logger, 1);
        string[] records = recorder.Records;
        recorder.Dispose();
        Assert.Single(records);
    }

    [Fact]
    public void A_call_left_out_allocates_nothing()
    {
        using var recorder = new Recorder();
        for (int i = 0; i < 1000; i++)
            EveryMillionth(recorder.Logger, i);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            EveryMillionth(recorder.Logger, i);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int[] Numbers(Recorder recorder) =>
        Array.ConvertAll(recorder.Records, static record => JsonDocument.Parse(record).RootElement.GetProperty("n").GetInt32());

    [LogEvent(LogLevel.Information, SampleFirst = 5, SampleThereafter = 10, SampleIntervalMilliseconds = 86_400_000)]
    private static partial void FirstFive(ILogger logger, int n);

    [LogEvent(LogLevel.Information, SampleFirst = 3, SampleIntervalMilliseconds = 86_400_000)]
    private static partial void AtMostThree(ILogger logger, int n);

    [LogEvent(LogLevel.Information, SampleFirst = 2, SampleIntervalMilliseconds = 100)]
    private static partial void TwoInAnInstant(ILogger logger, int n);

    [LogEvent(LogLevel.Error, SampleEvery = 10)]
    private static partial void KeptError(ILogger logger, int n);

    [LogEvent(SampleEvery = 10, SampleErrors = true)]
    private static partial void SampledError(ILogger logger, LogLevel level, int n);

    [LogEvent(SampleFirst = 2, SampleIntervalMilliseconds = 86_400_000)]
    private static partial void Dynamic(ILogger logger, LogLevel level, int n);

    [LogEvent(LogLevel.Information, SampleEvery = 1000)]
    private static partial void EveryThousandth(ILogger logger, int n);

    [LogEvent(LogLevel.Information, SampleEvery = 1_000_000)]
    private static partial void EveryMillionth(ILogger logger, int n);

    [LogEvent(LogLevel.Warning, SampleFirst = 2, SampleIntervalMilliseconds = 86_400_000)]
    private static partial void Told(ILogger logger, int n);

    [LogEvent(LogLevel.Warning, SampleFirst = 2, SampleIntervalMilliseconds = 86_400_000)]
    private static partial void Untold(ILogger logger, int n);

    private sealed class LineSink : LogSink
    {
        private readonly Lock _lock = new();
        private readonly List<string> _lines = [];

        public override bool MayBlock => false;

        public string[] Lines
        {
            get
            {
                lock (_lock)
                    return [.. _lines];
            }
        }

        public override void Write(ReadOnlySpan<byte> records, int count)
        {
            string[] lines = System.Text.Encoding.UTF8.GetString(records).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lock (_lock)
                _lines.AddRange(lines);
        }
    }
}
