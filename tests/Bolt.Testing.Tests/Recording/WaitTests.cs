using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bolt.Testing.Tests.Recording;

public sealed class WaitTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_record_of_another_thread_ends_the_wait()
    {
        using var recorder = new LogRecorder();
        Task<LogRecords> wait = recorder.WaitForAsync(static log => log.Event("OrderPlaced").With("orderId", 2), s_long);
        await Task.Run(() => Events.OrderPlaced(recorder.CreateLogger("x"), 1, 0));
        Assert.False(wait.IsCompleted);
        await Task.Run(() => Events.OrderPlaced(recorder.CreateLogger("x"), 2, 0));

        Assert.Equal(2, (await wait).Single().Get<int>("orderId"));
    }

    [Fact]
    public async Task A_record_that_is_there_already_ends_it_at_once()
    {
        using var recorder = new LogRecorder();
        recorder.CreateLogger("x").LogInformation("hello");
        Task<LogRecords> wait = recorder.WaitForAsync(static log => log.Message("hello"), TimeSpan.Zero);
        Assert.True(wait.IsCompletedSuccessfully);
        Assert.Equal("hello", (await wait).Single().Message);
    }

    [Fact]
    public async Task Many_may_wait_while_many_log()
    {
        using var recorder = new LogRecorder();
        BoltLogger logger = recorder.CreateLogger("x");
        Task<LogRecords>[] waits = [.. Enumerable.Range(0, 50).Select(i => recorder.WaitForAsync(log => log.With("orderId", i), s_long))];
        await Parallel.ForAsync(0, 50, (i, _) =>
        {
            Events.OrderPlaced(logger, i, 0);
            return ValueTask.CompletedTask;
        });

        LogRecords[] found = await Task.WhenAll(waits);
        Assert.Equal(Enumerable.Range(0, 50), found.Select(static records => records.Single().Get<int>("orderId")));
    }

    [Fact]
    public async Task What_follows_the_wait_does_not_run_on_the_thread_that_logs()
    {
        using var recorder = new LogRecorder();
        int logging = 0;
        Task<int> wait = ThreadAfterWaitAsync();
        var thread = new Thread(() =>
        {
            logging = Environment.CurrentManagedThreadId;
            recorder.CreateLogger("x").LogInformation("hello");
            Thread.Sleep(50);
        });
        thread.Start();
        thread.Join();

        Assert.NotEqual(logging, await wait);

        async Task<int> ThreadAfterWaitAsync()
        {
            await recorder.WaitForAsync(static log => log, s_long).ConfigureAwait(false);
            return Environment.CurrentManagedThreadId;
        }
    }

    [Fact]
    public async Task The_end_of_the_time_fails_with_what_was_recorded()
    {
        using var recorder = new LogRecorder();
        recorder.CreateLogger("x").LogInformation("other");
        long start = Stopwatch.GetTimestamp();

        LogAssertionException failure = await Assert.ThrowsAsync<LogAssertionException>(() => recorder.WaitForAsync(static log => log.Event("Never"), TimeSpan.FromMilliseconds(150)));

        Assert.Equal("Expected within 0.15 s at least one record with event 'Never', but there are none.\nRecorded:\n  info x: other", failure.Message);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 140, 30_000);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var recorder = new LogRecorder();
        using var cancellation = new CancellationTokenSource();
        Task wait = recorder.WaitForAsync(static log => log.Event("Never"), s_long, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task A_bad_time_and_a_missing_query_are_refused()
    {
        using var recorder = new LogRecorder();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("timeout", () => recorder.WaitForAsync(static log => log, TimeSpan.FromTicks(-1)));
        await Assert.ThrowsAsync<ArgumentNullException>("query", () => recorder.WaitForAsync(null!, s_long));
    }
}
