using Bolt.Sinks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

public sealed class ProviderTests
{
    [Fact]
    public void Behind_Microsofts_factory_the_filters_hold_and_the_bytes_are_the_same()
    {
        var stream = new MemoryStream();
        using (ILoggerFactory factory = LoggerFactory.Create(builder => builder
            .SetMinimumLevel(LogLevel.Debug)
            .AddFilter("Quiet", LogLevel.Error)
            .AddBolt(options =>
            {
                options.Include = RecordParts.Category | RecordParts.EventName;
                options.Sinks.Add(new StreamSink(stream, leaveOpen: true));
            })))
        {
            ILogger logger = factory.CreateLogger("Loud");
            Assert.IsType<BoltLogger>(logger);
            TestEvent.Write(logger, 1, 2, LogLevel.Debug);
            TestEvent.Write(logger, 1, 3, LogLevel.Trace);
            TestEvent.Write(factory.CreateLogger("Quiet"), 1, 4, LogLevel.Warning);
            using (logger.BeginScope(new Dictionary<string, object?> { ["scope"] = "s" }))
                TestEvent.Write(logger, 1, 5, LogLevel.Error);

            logger.LogInformation("foreign {X}", 1);
        }

        Assert.Equal(
            [
                """{"level":"debug","category":"Loud","event":"Step","thread":1,"n":2,"message":"step"}""",
                """{"level":"error","category":"Loud","event":"Step","scope":"s","thread":1,"n":5,"message":"step"}""",
                """{"level":"info","category":"Loud","X":1,"message":"foreign 1"}""",
            ],
            System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Other_providers_see_typed_values_the_event_and_the_message()
    {
        var provider = new FakeProvider();
        var sink = new ListSink();
        using (ILoggerFactory factory = LoggerFactory.Create(builder => builder.AddProvider(provider).AddBolt(options => options.Sinks.Add(sink))))
        {
            ILogger logger = factory.CreateLogger("Both");
            TestEvent.Write(logger, 1, 2);
        }

        Assert.Equal("step", provider.Message);
        Assert.Equal("Step", provider.EventId.Name);
        Assert.Equal(
            [new("thread", 1), new("n", 2), new("{OriginalFormat}", "step {thread}/{n}")],
            provider.Values!);
        Assert.Equal(1, sink.Count);
    }

    [Fact]
    public void A_provider_that_throws_does_not_throw_into_the_caller()
    {
        var provider = new FakeProvider { Throws = true };
        using ILoggerFactory factory = LoggerFactory.Create(builder => builder.AddProvider(provider));
        TestEvent.Write(factory.CreateLogger("Bad"), 1, 2);
        provider.Throws = false;
        TestEvent.Write(factory.CreateLogger("Bad"), 1, 3);
        Assert.Equal(3, provider.Values![1].Value);
    }

    [Fact]
    public void A_null_logger_writes_nothing() => TestEvent.Write(null!, 0, 0);

    [Fact]
    public void Behind_Microsofts_factory_alone_nothing_is_allocated()
    {
        using ILoggerFactory factory = LoggerFactory.Create(builder => builder.AddBolt(options => options.Sinks.Add(new StreamSink(Stream.Null))));
        ILogger logger = factory.CreateLogger("Zero");
        for (int n = 0; n < 20_000; n++)
            TestEvent.Write(logger, 1, n);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int n = 0; n < 20_000; n++)
            TestEvent.Write(logger, 1, n);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void AddBolt_twice_is_one_provider_and_is_found_by_its_alias()
    {
        var services = new ServiceCollection();
        services.AddLogging(builder => builder.AddBolt(options => options.Sinks.Add(new StreamSink(Stream.Null))).AddBolt());
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Single(provider.GetServices<ILoggerProvider>());
        Assert.Throws<ArgumentNullException>(() => ((ILoggingBuilder)null!).AddBolt());
    }

    private sealed class FakeProvider : ILoggerProvider, ILogger
    {
        internal KeyValuePair<string, object?>[]? Values { get; private set; }

        internal EventId EventId { get; private set; }

        internal string? Message { get; private set; }

        internal bool Throws { get; set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (Throws)
                throw new InvalidOperationException("provider");

            EventId = eventId;
            Values = [.. (IReadOnlyList<KeyValuePair<string, object?>>)state!];
            Message = formatter(state, exception);
        }

        public void Dispose()
        {
        }
    }
}
