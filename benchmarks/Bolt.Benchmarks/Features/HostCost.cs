using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;
using Bolt.Sinks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.Features;

/// <summary>Calls through a host's <c>ILogger&lt;T&gt;</c>, against the same calls to a logger of Bolt's.</summary>
internal static class HostCost
{
    /// <summary>Bolt is the only provider.</summary>
    public static CallCost Alone()
    {
        using BoltLoggerFactory direct = BoltLoggerFactory.Create(Configure);
        using ServiceProvider host = Host(static builder => builder.AddBolt(Configure));
        return Measure(direct.CreateLogger(LoggedValues.Category), host.GetRequiredService<ILogger<CallCost>>());
    }

    /// <summary>As <see cref="Alone"/>, made by <c>AddBoltLoggerFactory</c>.</summary>
    public static CallCost Factory()
    {
        using BoltLoggerFactory direct = BoltLoggerFactory.Create(Configure);
        var services = new ServiceCollection();
        services.AddBoltLoggerFactory(Configure);
        using ServiceProvider host = services.BuildServiceProvider();
        return Measure(direct.CreateLogger(LoggedValues.Category), host.GetRequiredService<ILogger<CallCost>>());
    }

    /// <summary>What Bolt adds to another provider's calls: the same host with and without Bolt's records.</summary>
    public static CallCost BesideAnother()
    {
        using ServiceProvider without = Host(static builder => builder.AddBolt(Configure).AddProvider(new QuietProvider()).Rule("Bolt", LogLevel.None));
        using ServiceProvider with = Host(static builder => builder.AddBolt(Configure).AddProvider(new QuietProvider()));
        return Measure(without.GetRequiredService<ILogger<CallCost>>(), with.GetRequiredService<ILogger<CallCost>>());
    }

    /// <summary>A call to a logger of Bolt's, against none: what <see cref="BesideAnother"/> is to be compared with.</summary>
    public static CallCost Call()
    {
        using BoltLoggerFactory disabled = BoltLoggerFactory.Create(static options =>
        {
            Configure(options);
            options.MinimumLevel = LogLevel.None;
        });
        using BoltLoggerFactory enabled = BoltLoggerFactory.Create(Configure);
        return Measure(disabled.CreateLogger(LoggedValues.Category), enabled.CreateLogger(LoggedValues.Category));
    }

    /// <summary>A critical record returns when everything before it is with the sinks: a host's loggers have no other way to say so.</summary>
    private static CallCost Measure(ILogger first, ILogger second) => CallCost.Measure(
        count => Log(first, count),
        count => Log(second, count),
        () =>
        {
            BoltEvents.Drained(first);
            BoltEvents.Drained(second);
        });

    private static void Log(ILogger logger, int count)
    {
        for (int i = 0; i < count; i++)
            BoltEvents.UserLoggedIn(logger, i, "192.168.1.17");
    }

    private static ServiceProvider Host(Action<ILoggingBuilder> build)
    {
        var services = new ServiceCollection();
        services.AddLogging(build);
        return services.BuildServiceProvider();
    }

    private static void Configure(BoltOptions options) => options.Sinks.Add(new StreamSink(Stream.Null));

    private static ILoggingBuilder Rule(this ILoggingBuilder builder, string provider, LogLevel level)
    {
        builder.Services.Configure<LoggerFilterOptions>(options => options.Rules.Add(new LoggerFilterRule(provider, null, level, null)));
        return builder;
    }

    /// <summary>Takes every event and reads nothing of it.</summary>
    private sealed class QuietProvider : ILoggerProvider, ILogger
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
