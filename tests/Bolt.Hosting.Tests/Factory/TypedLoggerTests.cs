using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bolt.Hosting.Tests;

public sealed class TypedLoggerTests
{
    [Fact]
    public void A_typed_logger_writes_the_record_of_a_logger_of_Bolts_with_its_types_category()
    {
        var sink = new RecordSink();
        using IHost host = Hosts.Create(sink, configure: static options => options.Include = RecordParts.Category | RecordParts.EventName | RecordParts.EventId);
        Events.Ordered(host.Logger<TypedLoggerTests>(), 42, "Ada");
        Assert.Equal(
            """{"level":"info","category":"Bolt.Hosting.Tests.TypedLoggerTests","event_id":7,"event":"Ordered","orderId":42,"customer":"Ada","message":"Order 42 of Ada"}""",
            Assert.Single(sink.Lines));
    }

    [Theory]
    [InlineData(typeof(Nested))]
    [InlineData(typeof(Generic<int>))]
    [InlineData(typeof(Generic<List<string>>.Inner))]
    [InlineData(typeof(string))]
    public void Categories_are_spelled_as_Microsofts_factory_spells_them(Type type)
    {
        var sink = new RecordSink();
        using IHost host = Hosts.Create(sink);
        var microsofts = new NameKeeper();
        using (var factory = new LoggerFactory([microsofts]))
            factory.CreateLogger(type);

        var logger = (ILogger)host.Services.GetRequiredService(typeof(ILogger<>).MakeGenericType(type));
        Events.Ordered(logger, 1, "x");
        Assert.Equal(microsofts.Name, Assert.Single(sink.Records).GetProperty("category").GetString());
    }

    [Fact]
    public void No_call_allocates_through_a_typed_logger()
    {
        using IHost host = Hosts.Create(new RecordSink(), configure: static options =>
        {
            options.Sinks.Clear();
            options.Sinks.Add(new Sinks.StreamSink(Stream.Null));
        });
        ILogger<TypedLoggerTests> logger = host.Logger<TypedLoggerTests>();
        for (int i = 0; i < 20_000; i++)
            Events.Ordered(logger, i, "Ada");

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20_000; i++)
        {
            Events.Ordered(logger, i, "Ada");
            Events.Looked(logger, "x");
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Calls_that_are_not_generated_reach_Bolt_too()
    {
        var sink = new RecordSink();
        using IHost host = Hosts.Create(sink, configure: static options => options.Include = RecordParts.None);
        ILogger<TypedLoggerTests> logger = host.Logger<TypedLoggerTests>();
        logger.LogWarning("Left {Count}", 3);
        Assert.True(logger.IsEnabled(LogLevel.Information));
        Assert.False(logger.IsEnabled(LogLevel.Debug));
        Assert.False(logger.IsEnabled(LogLevel.None));
        Assert.Equal("""{"level":"warn","Count":3,"message":"Left 3"}""", Assert.Single(sink.Lines));
    }

    [Fact]
    public void Loggers_of_the_factory_are_Bolts_own()
    {
        using IHost host = Hosts.Create(new RecordSink());
        Assert.IsType<BoltLogger>(host.Logger("Orders"));
    }

    [Fact]
    public void A_factory_that_is_not_Microsofts_stays_and_Bolt_is_a_provider()
    {
        var sink = new RecordSink();
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory, OwnFactory>();
        services.AddLogging(builder => builder.AddBolt(options =>
        {
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(sink);
        }));
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.IsType<OwnFactory>(provider.GetRequiredService<ILoggerFactory>());
        Events.Ordered(provider.GetRequiredService<ILogger<TypedLoggerTests>>(), 1, "Ada");
        Assert.Equal("Order 1 of Ada", Assert.Single(sink.Messages));
    }

    [Fact]
    public void AddBoltLoggerFactory_takes_the_place_of_any_factory()
    {
        var sink = new RecordSink();
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory, OwnFactory>();
        services.AddBoltLoggerFactory(options =>
        {
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(sink);
        });
        using ServiceProvider provider = services.BuildServiceProvider();
        BoltLogger logger = Assert.IsType<BoltLogger>(provider.GetRequiredService<ILoggerFactory>().CreateLogger("Orders"));
        Events.Ordered(logger.With("tenant", "a"), 1, "Ada");
        Assert.Equal("a", Assert.Single(sink.Records).GetProperty("tenant").GetString());
        Assert.Throws<ArgumentNullException>(() => ((IServiceCollection)null!).AddBoltLoggerFactory());
    }

    [Fact]
    public void Without_the_provider_the_factory_serves_the_others()
    {
        var other = new OtherProvider();
        var services = new ServiceCollection();
        services.AddLogging(builder => builder.AddBolt().ClearProviders().AddProvider(other));
        using ServiceProvider provider = services.BuildServiceProvider();
        Events.Ordered(provider.GetRequiredService<ILogger<TypedLoggerTests>>(), 1, "Ada");
        Assert.Equal("Order 1 of Ada", Assert.Single(other.Entries).Message);
    }

    [Fact]
    public async Task Disposal_delivers_what_was_logged()
    {
        var sink = new RecordSink();
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddBolt(options => options.Sinks.Add(sink));
        IHost host = builder.Build();
        ILogger<TypedLoggerTests> logger = host.Logger<TypedLoggerTests>();
        for (int i = 0; i < 1000; i++)
            Events.Ordered(logger, i, "Ada");

        await ((IAsyncDisposable)host).DisposeAsync();
        Assert.Equal(1000, sink.Lines.Length);
        Events.Ordered(logger, 1, "too late");
        logger.LogInformation("too late");
        Assert.Equal(1000, sink.Lines.Length);
    }

    private sealed class Nested;

    private sealed class Generic<T>
    {
        internal sealed class Inner;
    }

    private sealed class OwnFactory(IEnumerable<ILoggerProvider> providers) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => new OwnLogger(providers.Single().CreateLogger(categoryName));

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }

    private sealed class OwnLogger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            inner.Log(logLevel, eventId, state, exception, formatter);
    }

    private sealed class NameKeeper : ILoggerProvider
    {
        public string? Name { get; private set; }

        public ILogger CreateLogger(string categoryName)
        {
            Name = categoryName;
            return Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
        }

        public void Dispose()
        {
        }
    }
}
