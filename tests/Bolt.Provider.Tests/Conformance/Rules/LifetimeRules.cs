using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>The end of a provider.</summary>
internal static class LifetimeRules
{
    [Rule("When the factory's `Dispose` returns, everything logged before is written.", Source.Provider)]
    public static void Disposal_writes_everything(ConformanceSubject subject)
    {
        const int Count = 20_000;
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            for (int n = 0; n < Count; n++)
                logger.LogInformation("step {N}", n);
        });
        Assert.Equal(Count, records.Count);
        Assert.Equal(Count - 1, records[^1]["N"].GetInt32());
    }

    [Rule("A log call after disposal throws nothing.", Source.User)]
    public static void Logging_after_disposal_does_not_throw(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        session.Logger.LogInformation("before");
        session.Dispose();
        Calls.MustNotThrow(() => session.Logger.LogInformation("after {A}", 1));
        Calls.MustNotThrow(() => session.Logger.LogCritical(new InvalidOperationException(), "after"));
        Calls.MustNotThrow(() => session.Logger.IsEnabled(LogLevel.Information));
        Calls.MustNotThrow(() =>
        {
            using (session.Logger.BeginScope("scope {S}", 1))
                session.Logger.LogInformation("in a scope");
        });
        Assert.Equal("before", session.Records()[0].Message);
    }

    [Rule("Disposal twice is one disposal.", Source.Provider)]
    public static void Disposal_twice_is_one(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        session.Logger.LogInformation("once");
        session.Dispose();
        Calls.MustNotThrow(session.Dispose);
        Assert.Equal("once", session.Record().Message);
    }

    [Rule("In a container: `DisposeAsync` of the service provider writes everything too.", Source.Provider)]
    public static void Asynchronous_disposal_writes_everything(ConformanceSubject subject)
    {
        const int Count = 2_000;
        var output = new MemoryStream();
        ServiceProvider services = new ServiceCollection()
            .AddLogging(builder => subject.Add(builder.SetMinimumLevel(LogLevel.Trace), Stream.Synchronized(output)))
            .BuildServiceProvider();
        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Container");
        for (int n = 0; n < Count; n++)
            logger.LogInformation("step {N}", n);

        services.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Assert.Equal(Count, Session.Read(subject, output.ToArray()).Count);
    }

    [Rule("A factory that logged nothing writes nothing, and can be disposed.", Source.Provider)]
    public static void Nothing_logged_is_nothing_written(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        Assert.Empty(session.Records());
    }

    [Rule("Two factories at once write each to its own output.", Source.User)]
    public static void Two_factories_do_not_mix(ConformanceSubject subject)
    {
        using var first = new Session(subject);
        using var second = new Session(subject);
        first.Logger.LogInformation("1");
        second.Logger.LogInformation("2");
        first.Logger.LogInformation("3");
        Assert.Equal(["1", "3"], first.Records().Select(record => record.Message));
        Assert.Equal(["2"], second.Records().Select(record => record.Message));
    }

    [Rule("One factory's disposal leaves another's loggers at work.", Source.User)]
    public static void Disposal_is_of_one_factory(ConformanceSubject subject)
    {
        using var first = new Session(subject);
        using var second = new Session(subject);
        second.Logger.LogInformation("1");
        first.Dispose();
        second.Logger.LogInformation("2");
        Assert.Equal(["1", "2"], second.Records().Select(record => record.Message));
    }
}
