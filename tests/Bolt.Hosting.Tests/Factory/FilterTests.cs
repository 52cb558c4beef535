using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bolt.Hosting.Tests;

public sealed class FilterTests
{
    private static readonly string[] s_categories = ["Shop", "Shop.Orders", "Shop.Orders.Db", "shop.orders", "Shopping", "Other", "A.Middle.Z", ""];

    /// <summary>Sets of rules; each is asked of every category and level, and must be answered as by Microsoft's factory.</summary>
    public static TheoryData<int> Sets => [.. Enumerable.Range(0, s_sets.Length)];

    private static readonly Action<ILoggingBuilder>[] s_sets =
    [
        static _ => { },
        static builder => builder.SetMinimumLevel(LogLevel.Warning),
        static builder => builder.SetMinimumLevel(LogLevel.None),
        static builder => builder.AddFilter("Shop", LogLevel.Debug).AddFilter("Shop.Orders", LogLevel.Error),
        static builder => builder.AddFilter("Shop.Orders", LogLevel.Error).AddFilter("Shop", LogLevel.Debug),
        static builder => builder.AddFilter("Shop", LogLevel.Debug).AddFilter("Shop", LogLevel.Error),
        static builder => builder.AddFilter<OtherProvider>("Shop", LogLevel.Trace),
        static builder => builder.AddRule("Bolt", "Shop", LogLevel.Critical).AddFilter("Shop.Orders", LogLevel.Trace),
        static builder => builder.AddRule("Bolt", null, LogLevel.Debug).AddFilter("Shop.Orders", LogLevel.Error),
        static builder => builder.AddFilter("Shop*Db", LogLevel.Trace).AddFilter("A.*.Z", LogLevel.Error).AddFilter("*", LogLevel.Warning),
        static builder => builder.AddFilter(static (category, level) => category == "Shop" ? level >= LogLevel.Error : level != LogLevel.Information),
        static builder => builder.AddFilter("Shop", static level => level == LogLevel.Warning),
        static builder => builder.AddFilter("Shop", LogLevel.None),
        static builder => builder.AddFilter(static (provider, category, level) => provider is not null && level > LogLevel.Debug),
    ];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_rule_is_answered_as_by_Microsofts_factory(int set)
    {
        var services = new ServiceCollection();
        services.AddLogging(builder => s_sets[set](builder.AddBolt(static options => options.Sinks.Add(new RecordSink()))));
        using ServiceProvider bolt = services.BuildServiceProvider();
        var standIn = new ServiceCollection();
        standIn.AddLogging(builder => s_sets[set](builder.AddProvider(new StandIn())));
        using ServiceProvider microsoft = standIn.BuildServiceProvider();
        int enabled = 0;
        foreach (string category in s_categories)
        {
            for (LogLevel level = LogLevel.Trace; level <= LogLevel.Critical; level++)
            {
                bool expected = microsoft.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(level);
                bool actual = bolt.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(level);
                Assert.True(expected == actual, $"'{category}' at {level}: {actual}, where Microsoft's factory says {expected}.");
                enabled += actual ? 1 : 0;
            }
        }

        Assert.Equal(set == 2, enabled == 0);
    }

    [Fact]
    public void What_a_filter_lets_through_is_what_is_written()
    {
        var sink = new RecordSink();
        using IHost host = Hosts.Create(sink, build: static builder => builder.Logging.AddFilter("Shop", static level => level is LogLevel.Debug or LogLevel.Error));
        ILogger logger = host.Logger("Shop");
        Events.Looked(logger, "debug");
        Events.Ordered(logger, 1, "information");
        Events.Failed(logger, 2, new InvalidOperationException("x"));
        logger.LogInformation("no");
        logger.LogDebug("yes");
        Assert.Equal(["Looked at debug", "Payment 2 failed", "yes"], sink.Messages);
    }

    [Fact]
    public void A_filter_that_throws_loses_nothing_and_does_not_throw_into_the_caller()
    {
        var sink = new RecordSink();
        using IHost host = Hosts.Create(sink, build: static builder => builder.Logging.AddFilter("Shop", static level => throw new InvalidOperationException("filter")));
        Events.Ordered(host.Logger("Shop"), 1, "Ada");
        Assert.Equal("Order 1 of Ada", Assert.Single(sink.Messages));
    }

    [Fact]
    public void More_than_one_wildcard_is_refused_as_Microsoft_refuses_it()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(static () =>
        {
            using IHost host = Hosts.Create(new RecordSink(), build: static builder => builder.Logging.AddFilter("*Shop*", LogLevel.Debug));
        });
        Assert.Contains("*Shop*", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_changed_by_code_apply_to_loggers_and_their_children()
    {
        var sink = new RecordSink();
        using IHost host = Hosts.Create(sink);
        var logger = (BoltLogger)host.Logger("Shop");
        BoltLogger child = logger.With("tenant", "a");
        Events.Looked(child, "before");
        LoggerFilterOptions filters = host.Services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>().CurrentValue;
        filters.Rules.Add(new LoggerFilterRule("Bolt", "Shop", LogLevel.Debug, null));
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(new OtherProvider());
        Events.Looked(child, "after");
        Assert.Equal(["Looked at after"], sink.Messages);
    }

    [ProviderAlias("Bolt")]
    private sealed class StandIn : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }

        public void Dispose()
        {
        }
    }
}
