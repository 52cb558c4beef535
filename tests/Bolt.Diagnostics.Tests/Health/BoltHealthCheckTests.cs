using Bolt.Diagnostics.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Bolt.Diagnostics.Tests;

/// <summary>One after the other: they share the process's meter.</summary>
[Collection(nameof(BoltHealthCheckTests))]
[CollectionDefinition(nameof(BoltHealthCheckTests), DisableParallelization = true)]
public sealed class BoltHealthCheckTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly BoltHealthCheck _check;
    private readonly HealthCheckContext _context;

    public BoltHealthCheckTests()
    {
        _check = new BoltHealthCheck(_clock);
        _context = new HealthCheckContext { Registration = new HealthCheckRegistration("bolt", _check, HealthStatus.Unhealthy, null) };
    }

    public void Dispose() => _check.Dispose();

    [Fact]
    public async Task Delivered_records_are_healthy()
    {
        using BoltLoggerFactory factory = Create(new Sink());
        await CheckAsync();
        factory.CreateLogger("health").LogWarning("fine");
        factory.Flush();
        HealthCheckResult result = await CheckAsync();
        Assert.Equal(HealthStatus.Healthy, result.Status);
    }

    [Fact]
    public async Task A_failing_sink_is_unhealthy_until_the_window_has_passed()
    {
        using BoltLoggerFactory factory = Create(new Sink { Refuses = true });
        await CheckAsync();
        factory.CreateLogger("health").LogWarning("lost");
        factory.Flush();
        HealthCheckResult result = await CheckAsync();
        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Equal("In the last 30 s: a sink is failing: 1 records lost.", result.Description);

        _clock.Advance(BoltHealthCheck.Window / 2);
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync()).Status);
        _clock.Advance(BoltHealthCheck.Window);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task A_second_prober_sees_what_the_first_has_seen()
    {
        using BoltLoggerFactory factory = Create(new Sink { Refuses = true });
        await CheckAsync();
        factory.CreateLogger("health").LogWarning("lost");
        factory.Flush();
        await CheckAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task An_exhausted_pool_is_unhealthy_while_it_is()
    {
        var sink = new Sink();
        using BoltLoggerFactory factory = Create(sink, Overflow.DropNewest, poolSize: 8);
        await CheckAsync();
        sink.Flows.Reset();
        ILogger logger = factory.CreateLogger("health");
        for (int i = 0; i < 8; i++)
            logger.LogWarning("waiting");

        HealthCheckResult result = await CheckAsync();
        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Contains("the event pool is exhausted", result.Description);

        sink.Flows.Set();
        factory.Flush();
        _clock.Advance(BoltHealthCheck.Window * 2);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task Dropped_records_are_unhealthy()
    {
        var sink = new Sink();
        using BoltLoggerFactory factory = Create(sink, Overflow.DropNewest, poolSize: 8);
        await CheckAsync();
        sink.Flows.Reset();
        ILogger logger = factory.CreateLogger("health");
        for (int i = 0; i < 40; i++)
            logger.LogWarning("too many");

        HealthCheckResult result = await CheckAsync();
        Assert.Contains("records are being dropped: ", result.Description);
        sink.Flows.Set();
    }

    [Fact]
    public async Task The_builder_adds_it_with_its_tags_and_status()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddHealthChecks().AddBolt(HealthStatus.Degraded, "ready");
        await using ServiceProvider provider = services.BuildServiceProvider();
        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"));
        Assert.Equal(["bolt"], report.Entries.Keys);
        Assert.Equal(HealthStatus.Healthy, report.Status);
    }

    private static BoltLoggerFactory Create(LogSink sink, Overflow overflow = Overflow.Block, int poolSize = 1024) => BoltLoggerFactory.Create(options =>
    {
        options.Sinks.Add(sink);
        options.Overflow = overflow;
        options.EventPoolSize = poolSize;
        options.DrainTimeout = TimeSpan.FromSeconds(10);
        options.OnError = static _ => { };
    });

    private Task<HealthCheckResult> CheckAsync() => _check.CheckHealthAsync(_context);

    private sealed class Sink : LogSink
    {
        public ManualResetEventSlim Flows { get; } = new(initialState: true);

        public bool Refuses { get; init; }

        public override void Write(ReadOnlySpan<byte> records, int count)
        {
            Flows.Wait();
            if (Refuses)
                throw new IOException("refused");
        }
    }

    private sealed class ManualClock : TimeProvider
    {
        private long _ticks = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
