using System.Diagnostics;
using Bolt.Operations.Tests.Servers;

namespace Bolt.Operations.Tests.Incidents;

/// <summary>The pool's metrics, of a bolt-app without servers around it.</summary>
public sealed class PoolTests
{
    [Fact]
    public async Task Every_series_is_there_from_the_start()
    {
        using BoltAppProcess app = await BoltAppProcess.StartAsync(new Dictionary<string, string?> { ["logging__level"] = "none" });
        foreach (string zero in new[] { "bolt_logging_errors_total", "bolt_allocation_count_total", "bolt_allocation_bytes_total", "bolt_log_events_dropped_total", "bolt_log_events_sampled_out_total", "bolt_log_events_filtered_total", "bolt_log_fields_total", "bolt_log_events_total", "bolt_logging_duration_seconds_sum" })
            Assert.Equal(0, await app.MetricAsync(zero));

        foreach (string there in new[] { "bolt_logging_duration_seconds_bucket", "bolt_handler_duration_seconds_bucket", "bolt_event_pool_available_events", "process_resident_memory_bytes", "process_cpu_seconds_total" })
            Assert.NotNull(await app.MetricAsync(there));
    }

    [Theory]
    [InlineData(null, null, 8192)]
    [InlineData("BOLT_EVENT_POOL_SIZE", "20000", 20000)]
    [InlineData("event_pool_size", "10000", 10000)]
    [InlineData("Bolt__EventPoolSize", "300", 300)]
    [InlineData("BOLT_EVENT_POOL_SIZE", "many", 8192)]
    public async Task The_pool_is_as_large_as_it_is_configured(string? variable, string? value, int size)
    {
        using BoltAppProcess app = await BoltAppProcess.StartAsync(variable is null ? [] : new Dictionary<string, string?> { [variable] = value });
        Assert.Equal(size, await app.MetricAsync("bolt_event_pool_total_events"));
        Assert.Equal(value == "many" ? 1 : 0, await app.MetricAsync("bolt_logging_errors_total", "reason=\"configuration\""));
    }

    [Fact]
    public async Task A_slow_sink_empties_the_pool_and_every_event_comes_back()
    {
        using BoltAppProcess app = await BoltAppProcess.StartAsync(new Dictionary<string, string?> { ["BOLT_EVENT_POOL_SIZE"] = "500" });
        await app.SwitchOnAsync("pool-exhaustion");
        await UntilAsync(async () => await app.MetricAsync("bolt_event_pool_available_events") < 5);
        Assert.True(await app.MetricAsync("bolt_event_pool_gets_total") - await app.MetricAsync("bolt_event_pool_puts_total") > 490);
        HttpResponseMessage ready = await Http.Client.GetAsync(new Uri(app.Address, "health/ready"));
        Assert.Equal(503, (int)ready.StatusCode);

        await app.SwitchOffAsync("pool-exhaustion");
        await UntilAsync(async () => await app.MetricAsync("bolt_event_pool_available_events") == 500);
        Assert.Equal(await app.MetricAsync("bolt_event_pool_gets_total"), await app.MetricAsync("bolt_event_pool_puts_total"));
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60), "It did not come true within a minute.");
            await Task.Delay(100);
        }
    }
}
