using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>Log calls made while another is under way on the same thread.</summary>
internal static class NestedCallRules
{
    [Rule("A value whose `ToString` logs: both records are written, whole.", Source.User)]
    public static void A_value_may_log(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger => logger.LogInformation("outer {Value} {After}", new LoggingValue(logger), 5));
        Assert.Equal(2, records.Count(record => record.Message is not null));
        Assert.Contains(records, record => record.Message == "inner 7" && record["Inner"].GetInt32() == 7);
        LogRecord outer = Assert.Single(records, record => record.Find("After") is not null);
        Assert.Equal(5, outer["After"].GetInt32());
        Assert.Equal("value", outer["Value"].GetString());
    }

    [Rule("A formatter that logs: both records are written, whole.", Source.User)]
    public static void A_formatter_may_log(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger => logger.Log(
            LogLevel.Information,
            default,
            "outer",
            null,
            (state, _) =>
            {
                logger.LogInformation("inner {Inner}", 7);
                return state;
            }));
        Assert.Equal(2, records.Count);
        Assert.Contains(records, record => record.Message == "inner 7" && record["Inner"].GetInt32() == 7);
        Assert.Contains(records, record => record.Message == "outer" && record.Find("Inner") is null);
    }

    [Rule("A scope whose text logs: both records are written, and it ends.", Source.User)]
    public static void A_scope_may_log(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            using (logger.BeginScope(new LoggingValue(logger)))
                logger.LogInformation("outer");
        });
        Assert.Contains(records, record => record.Message == "inner 7");
        Assert.Contains(records, record => record.Message == "outer");
    }

    /// <summary>Logs when it is asked for its text the first time, and not again while that call is under way.</summary>
    private sealed class LoggingValue(ILogger logger)
    {
        private bool _logged;

        public override string ToString()
        {
            if (!_logged)
            {
                _logged = true;
                logger.LogInformation("inner {Inner}", 7);
            }

            return "value";
        }
    }
}
