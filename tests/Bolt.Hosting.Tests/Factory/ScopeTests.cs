using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Hosting;

namespace Bolt.Hosting.Tests;

public sealed class ScopeTests
{
    private readonly RecordSink _sink = new();
    private readonly OtherProvider _other = new();

    [Fact]
    public void A_scope_is_in_the_records_of_every_logger_of_the_host_and_of_its_providers()
    {
        using IHost host = Hosts.Create(_sink, build: builder => builder.Logging.AddProvider(_other));
        ILogger<ScopeTests> typed = host.Logger<ScopeTests>();
        using (typed.BeginScope(new Dictionary<string, object?> { ["request"] = 12 }))
        using (host.Logger("Named").BeginScope("checkout of {Cart}", "c1"))
        {
            Events.Ordered(typed, 1, "Ada");
            host.Logger("Named").LogInformation("foreign");
        }

        Events.Ordered(typed, 2, "Ada");
        Assert.All(_sink.Records[..2], static record =>
        {
            Assert.Equal(12, record.GetProperty("request").GetInt32());
            Assert.Equal("c1", record.GetProperty("Cart").GetString());
        });
        Assert.False(_sink.Records[2].TryGetProperty("request", out _));
        Assert.Equal([2, 2, 0], _other.Entries.Select(static entry => entry.Scopes.Length));
    }

    [Fact]
    public void A_provider_that_keeps_scopes_of_its_own_gets_them_and_one_that_throws_does_not_reach_the_caller()
    {
        var own = new OwnScopes();
        using IHost host = Hosts.Create(_sink, build: builder => builder.Logging.AddProvider(own));
        ILogger<ScopeTests> logger = host.Logger<ScopeTests>();
        using (logger.BeginScope(new Dictionary<string, object?> { ["request"] = 12 }))
        {
            Assert.Equal(1, own.Open);
            Events.Ordered(logger, 1, "Ada");
        }

        Assert.Equal(0, own.Open);
        own.Throws = true;
        using (logger.BeginScope(new Dictionary<string, object?> { ["request"] = 13 }))
            Events.Ordered(logger, 2, "Ada");

        Events.Ordered(logger, 3, "Ada");
        Assert.Equal([12, 13], _sink.Records[..2].Select(static record => record.GetProperty("request").GetInt32()));
        Assert.False(_sink.Records[2].TryGetProperty("request", out _));
    }

    [Fact]
    public async Task A_scope_follows_its_asynchronous_flow_only()
    {
        using IHost host = Hosts.Create(_sink);
        ILogger<ScopeTests> logger = host.Logger<ScopeTests>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async flow =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["flow"] = flow }))
            {
                await Task.Yield();
                Events.Ordered(logger, flow, "Ada");
            }
        }));
        Assert.Equal(20, _sink.Lines.Length);
        Assert.All(_sink.Records, static record => Assert.Equal(record.GetProperty("orderId").GetInt32(), record.GetProperty("flow").GetInt32()));
    }

    [Fact]
    public void The_hosts_activity_tracking_is_for_the_others_and_Bolts_records_have_each_id_once()
    {
        using IHost host = Hosts.Create(_sink, build: builder => builder.Logging
            .Configure(static options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId)
            .AddProvider(_other));
        using var activity = new Activity("request");
        activity.SetIdFormat(ActivityIdFormat.W3C).Start();
        Events.Ordered(host.Logger<ScopeTests>(), 1, "Ada");
        activity.Stop();
        JsonElement record = Assert.Single(_sink.Records);
        Assert.Equal(activity.TraceId.ToHexString(), record.GetProperty("trace_id").GetString());
        Assert.Equal(activity.SpanId.ToHexString(), record.GetProperty("span_id").GetString());
        Assert.DoesNotContain("TraceId", _sink.Lines[0], StringComparison.OrdinalIgnoreCase);
        object? scope = Assert.Single(Assert.Single(_other.Entries).Scopes);
        Assert.Contains(activity.TraceId.ToHexString(), scope!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_and_baggage_of_the_activity_are_fields_and_the_ids_are_there_once()
    {
        using IHost host = Hosts.Create(_sink, build: static builder => builder.Logging.Configure(static options =>
            options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.Tags | ActivityTrackingOptions.Baggage));
        Events.Ordered(host.Logger<ScopeTests>(), 1, "Ada");
        using var activity = new Activity("request");
        activity.SetIdFormat(ActivityIdFormat.W3C).Start().AddTag("shop", 7).AddBaggage("tenant", "acme");
        Events.Ordered(host.Logger<ScopeTests>(), 2, "Ada");
        activity.Stop();
        Assert.False(_sink.Records[0].TryGetProperty("shop", out _));
        JsonElement record = _sink.Records[1];
        Assert.Equal(7, record.GetProperty("shop").GetInt32());
        Assert.Equal("acme", record.GetProperty("tenant").GetString());
        Assert.Equal(activity.TraceId.ToHexString(), record.GetProperty("trace_id").GetString());
        Assert.False(record.TryGetProperty("TraceId", out _));
    }

    [Fact]
    public void An_activity_without_valid_ids_leaves_none()
    {
        using IHost host = Hosts.Create(_sink);
        using var activity = new Activity("hierarchical");
        activity.SetIdFormat(ActivityIdFormat.Hierarchical).Start();
        Events.Ordered(host.Logger<ScopeTests>(), 1, "Ada");
        activity.Stop();
        Events.Ordered(host.Logger<ScopeTests>(), 2, "Ada");
        Assert.All(_sink.Lines, static line => Assert.DoesNotContain("trace_id", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Looking_for_scopes_allocates_nothing_where_there_is_none()
    {
        using IHost host = Hosts.Create(_sink, configure: static options =>
        {
            options.Sinks.Clear();
            options.Sinks.Add(new Sinks.StreamSink(Stream.Null));
        });
        ILogger<ScopeTests> logger = host.Logger<ScopeTests>();
        logger.BeginScope("once")?.Dispose();
        using var activity = new Activity("request");
        activity.SetIdFormat(ActivityIdFormat.W3C).Start();
        for (int i = 0; i < 20_000; i++)
            Events.Ordered(logger, i, "Ada");

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20_000; i++)
            Events.Ordered(logger, i, "Ada");

        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        activity.Stop();
        Assert.Equal(0, bytes);
    }

    private sealed class OwnScopes : ILoggerProvider, ILogger, IDisposable
    {
        public int Open { get; private set; }

        public bool Throws { get; set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            if (Throws)
                throw new InvalidOperationException("scope");

            Open++;
            return this;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }

        public void Dispose() => Open--;
    }
}
