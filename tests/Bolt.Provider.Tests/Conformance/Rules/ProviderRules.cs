using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>The provider by itself, without Microsoft's factory around it.</summary>
internal static class ProviderRules
{
    [Rule("Used by itself, without a factory, it writes.", Source.Provider)]
    public static void A_provider_works_by_itself(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Records(subject, provider => provider.CreateLogger("Alone").LogInformation(new EventId(5), "x {A}", 1));
        LogRecord record = Assert.Single(records);
        Assert.Equal("Alone", record.Category);
        Assert.Equal(5, record.EventId);
        Assert.Equal(1, record["A"].GetInt32());
        Assert.Equal("x 1", record.Message);
    }

    [Rule("Its own logger, with nothing in front of it, refuses `LogLevel.None`.", Source.Abstractions)]
    public static void A_logger_by_itself_refuses_None(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Records(subject, provider =>
        {
            ILogger logger = provider.CreateLogger("Alone");
            Assert.False(logger.IsEnabled(LogLevel.None));
            logger.Log(LogLevel.None, "none");
        });
        Assert.Empty(records);
    }

    [Rule("Its own logger calls the formatter only if `IsEnabled` is true for the level.", Source.Abstractions)]
    public static void A_logger_by_itself_asks_IsEnabled(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Records(subject, provider =>
        {
            ILogger logger = provider.CreateLogger("Alone");
            for (LogLevel level = LogLevel.Trace; level <= LogLevel.None; level++)
            {
                bool isCalled = false;
                logger.Log(level, default, "state", null, (state, _) =>
                {
                    isCalled = true;
                    return state;
                });
                Assert.True(!isCalled || logger.IsEnabled(level), $"{level} is off, and its formatter is called");
            }

            logger.LogCritical("end");
        });
        Assert.Equal("end", records[^1].Message);
    }

    [Rule("Two loggers of a category, from one provider, both write.", Source.Provider)]
    public static void A_provider_may_be_asked_twice(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Records(subject, provider =>
        {
            provider.CreateLogger("Same").LogInformation("1");
            provider.CreateLogger("Same").LogInformation("2");
        });
        Assert.Equal(["1", "2"], records.Select(record => record.Message));
    }

    [Rule("Before anybody gives it scopes, `BeginScope` throws nothing, and what is logged inside is written.", Source.Provider)]
    public static void A_provider_may_have_no_scopes(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Records(subject, provider =>
        {
            ILogger logger = provider.CreateLogger("Alone");
            Calls.MustNotThrow(() =>
            {
                using (logger.BeginScope("scope {S}", 1))
                    logger.LogInformation("inside");
            });
        });
        Assert.Equal("inside", Assert.Single(records).Message);
    }

    [Rule("Scopes given by `SetScopeProvider` hold for loggers that exist already.", Source.Provider)]
    public static void Scopes_may_be_given_late(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Records(subject, provider =>
        {
            ILogger logger = provider.CreateLogger("Early");
            logger.LogInformation("before");
            var scopes = new LoggerExternalScopeProvider();
            Assert.IsAssignableFrom<ISupportExternalScope>(provider).SetScopeProvider(scopes);
            using (scopes.Push(new Dictionary<string, object?> { ["A"] = 1 }.ToList()))
                logger.LogInformation("after");
        });
        Assert.Null(records[0].Find("A"));
        Assert.Equal(1, records[1]["A"].GetInt32());
    }

    [Rule("Its own disposal, twice, throws nothing, and a log call afterwards neither.", Source.Provider)]
    public static void A_provider_may_be_disposed_twice(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Records(subject, provider =>
        {
            ILogger logger = provider.CreateLogger("Alone");
            logger.LogInformation("before");
            Calls.MustNotThrow(provider.Dispose);
            Calls.MustNotThrow(provider.Dispose);
            Calls.MustNotThrow(() => logger.LogInformation("after"));
        });
        Assert.Equal("before", records[0].Message);
    }

    private static IReadOnlyList<LogRecord> Records(ConformanceSubject subject, Action<ILoggerProvider> use)
    {
        var output = new MemoryStream();
        using (ServiceProvider services = new ServiceCollection().AddLogging(builder => subject.Add(builder, Stream.Synchronized(output))).BuildServiceProvider())
            use(services.GetRequiredService<IEnumerable<ILoggerProvider>>().Single());

        return Session.Read(subject, output.ToArray());
    }
}
