using Microsoft.Extensions.Logging;

namespace Bolt.Allocation.Tests;

/// <summary>A logger to measure with, and how to wait until what it logged has been delivered.</summary>
internal sealed class Setup : IDisposable
{
    private readonly IDisposable _owner;
    private readonly Action _flush;

    private Setup(string name, ILogger logger, IDisposable owner, Action flush, bool writesStack = false)
    {
        WritesStack = writesStack;
        Name = name;
        Logger = logger;
        _owner = owner;
        _flush = flush;
    }

    public string Name { get; }

    public ILogger Logger { get; }

    /// <summary>Whether records have the part <c>error_stack</c>.</summary>
    public bool WritesStack { get; }

    public static Setup[] CreateAll() => [Own(Delivery.Synchronous), Own(Delivery.Background), BehindExtensions(), WithContext(), WithStack()];

    public void Flush() => _flush();

    public void Dispose() => _owner.Dispose();

    private static Setup Own(Delivery delivery)
    {
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options => Configure(options, delivery));
        return new Setup(delivery.ToString().ToLowerInvariant(), factory.CreateLogger("Measured"), factory, factory.Flush);
    }

    private static Setup WithStack()
    {
        BoltLoggerFactory factory = BoltLoggerFactory.Create(static options =>
        {
            Configure(options, Delivery.Background);
            options.Include = RecordParts.All;
        });
        return new Setup("background", factory.CreateLogger("Measured"), factory, factory.Flush, writesStack: true);
    }

    /// <summary>With a bound field and within a scope.</summary>
    private static Setup WithContext()
    {
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options => Configure(options, Delivery.Background));
        BoltLogger logger = factory.CreateLogger("Measured").With("tenant", "acme");
        logger.BeginScope(new KeyValuePair<string, object?>[] { new("request", "r-1") });
        return new Setup("bound+scope", logger, factory, factory.Flush);
    }

    /// <summary>Behind Microsoft.Extensions.Logging, with Bolt as its only provider.</summary>
    private static Setup BehindExtensions()
    {
        ILoggerFactory factory = LoggerFactory.Create(static builder => builder
            .SetMinimumLevel(LogLevel.Information)
            .AddBolt(static options => Configure(options, Delivery.Synchronous)));
        return new Setup("extensions", factory.CreateLogger("Measured"), factory, static () => { });
    }

    private static void Configure(BoltOptions options, Delivery delivery)
    {
        options.MinimumLevel = LogLevel.Information;
        options.Include = RecordParts.All & ~RecordParts.ErrorStack;
        options.Delivery = delivery;
        options.RedactorProvider = Classes.Provider;
        options.Sinks.Add(new CountingSink());
    }

    /// <summary>Takes records and keeps nothing but their number.</summary>
    private sealed class CountingSink : LogSink
    {
        public long Records { get; private set; }

        public override bool MayBlock => false;

        public override void Write(ReadOnlySpan<byte> records, int count) => Records += count;
    }
}
