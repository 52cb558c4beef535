using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>Levels.</summary>
internal static class LevelRules
{
    private static readonly LogLevel[] s_levels =
        [LogLevel.Trace, LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error, LogLevel.Critical];

    [Rule("Each of the six levels is written, under a name of its own.", Source.Abstractions)]
    public static void Each_level_is_written_as_itself(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            foreach (LogLevel level in s_levels)
                logger.Log(level, "x");
        });
        Assert.Equal(s_levels, records.Select(record => record.Level!.Value));
    }

    [Rule("`LogLevel.None` is not a level to log at: it is never enabled and never written.", Source.Abstractions)]
    public static void None_is_never_written(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        Assert.False(session.Logger.IsEnabled(LogLevel.None));
        session.Logger.Log(LogLevel.None, "none");
        session.Logger.Log(LogLevel.None, new InvalidOperationException(), "none");
        Assert.Empty(session.Records());
    }

    [Rule("`IsEnabled` is true for every level that is written.", Source.Abstractions)]
    public static void What_is_written_is_enabled(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        Assert.All(s_levels, level => Assert.True(session.Logger.IsEnabled(level)));
    }

    [Rule("A number that is no level, 42 or -1, does not make a call throw, and the next record is written.", Source.User)]
    public static void A_number_that_is_no_level_does_no_harm(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            Calls.MustNotThrow(() => logger.Log((LogLevel)42, "42"));
            Calls.MustNotThrow(() => logger.Log((LogLevel)(-1), "-1"));
            logger.LogInformation("next");
        });
        Assert.Equal("next", records[^1].Message);
    }

    [Rule("A record at Critical does not end the process or the factory.", Source.User)]
    public static void Logging_goes_on_after_critical(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            logger.LogCritical("worst");
            logger.LogInformation("next");
        });
        Assert.Equal(["worst", "next"], records.Select(record => record.Message));
    }
}
