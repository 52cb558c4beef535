using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>What every record has.</summary>
internal static class RecordRules
{
    [Rule("A record has its time, its level and its message.", Source.Slogtest)]
    public static void A_record_has_time_level_and_message(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("hello"));
        Assert.NotNull(record.Time);
        Assert.Equal(LogLevel.Information, record.Level);
        Assert.Equal("hello", record.Message);
    }

    [Rule("The time is an instant, with its offset, of the call.", Source.User)]
    public static void The_time_is_that_of_the_call(ConformanceSubject subject)
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("now"));
        DateTimeOffset after = DateTimeOffset.UtcNow;
        Assert.Matches("(Z|[+-][0-9]{2}:[0-9]{2})$", record.Time);
        DateTimeOffset time = DateTimeOffset.Parse(record.Time!, CultureInfo.InvariantCulture);

        // A clock may be coarse, and a format may have milliseconds only.
        Assert.InRange(time, before - TimeSpan.FromMilliseconds(50), after + TimeSpan.FromMilliseconds(50));
    }

    [Rule("Records of one thread are in the order of their calls.", Source.User)]
    public static void Records_of_one_thread_keep_their_order(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            for (int n = 0; n < 1000; n++)
                logger.LogInformation("step {N}", n);
        });
        Assert.Equal(1000, records.Count);
        for (int n = 0; n < records.Count; n++)
            Assert.Equal(n, records[n]["N"].GetInt32());
    }

    [Rule("Calls without values give records without fields.", Source.Slogtest)]
    public static void Nothing_is_invented(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("plain"));
        Assert.All(record.Fields, field => Assert.Equal("{OriginalFormat}", field.Key));
        Assert.Empty(record.ScopeFields);
        Assert.Empty(record.Scopes);
        Assert.Null(record.Exception);
        Assert.Null(record.EventName);
        Assert.Equal(0, record.EventId);
        Assert.False(record.IsCut);
    }

    [Rule("The current culture changes neither fields nor message.", Source.Abstractions)]
    public static void The_current_culture_changes_nothing(ConformanceSubject subject)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        LogRecord record;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };
            record = Session.Record(subject, logger => logger.LogInformation("{Ratio} {Change}", 1.5, -3));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal(1.5, record["Ratio"].GetDouble());
        Assert.Equal(-3, record["Change"].GetInt32());
        Assert.Equal("1.5 -3", record.Message);
    }
}
