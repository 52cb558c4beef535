using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Logging;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Logging.ConvertibleCallAnalyzer>;

namespace Bolt.Analyzers.Tests.Logging;

/// <summary>Converted calls, run beside what they were made of: each record is the same, but for the event's name.</summary>
public sealed class ConvertedBehaviourTests
{
    private const string Calls =
        """
        public static class Program
        {
            public static void Run(ILogger logger)
            {
                var error = new InvalidOperationException("broken");
                {|BOLT2001:logger.LogInformation("User {Id,5} from {City,-8}|{Price:N2}", 7, "Rome", 12.5m)|};
                {|BOLT2001:logger.LogWarning(17, error, "Due {Due} took {Took} on {Day}", new DateTime(2026, 1, 2, 3, 4, 5), TimeSpan.FromSeconds(90), DayOfWeek.Friday)|};
                {|BOLT2001:logger.LogError("Braces {{x}} stay")|};
                {|BOLT2001:logger.LogError("Braces {{x}} go {Id}", 1)|};
                {|BOLT2001:logger.LogDebug("Keys {user-id} {message}", 1, "text")|};
                {|BOLT2001:logger.LogDebug("Text {Pair} {Offset} {Date} {Time}", (1, "a"), DateTimeOffset.UnixEpoch, new DateOnly(2026, 1, 2), new TimeOnly(3, 4))|};
            }
        }
        """;

    private const string Converted =
        """
        public static class Program
        {
            public static void Run(ILogger logger)
            {
                var error = new InvalidOperationException("broken");
                Log.User(logger, 7, "Rome", 12.5m);
                Log.DueTook(logger, error, new DateTime(2026, 1, 2, 3, 4, 5), TimeSpan.FromSeconds(90), DayOfWeek.Friday);
                Log.BracesXStay(logger);
                Log.BracesXGo(logger, 1);
                Log.Keys(logger, 1, "text");
                Log.Text(logger, (1, "a").ToString(), DateTimeOffset.UnixEpoch, new DateOnly(2026, 1, 2), new TimeOnly(3, 4));
            }
        }

        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {Id,5} from {City,-8}|{Price:N2}")]
            internal static partial void User(ILogger logger, int id, string city, decimal price);

            [LogEvent(LogLevel.Warning, "Due {Due:G} took {Took:c} on {Day}", EventId = 17)]
            internal static partial void DueTook(ILogger logger, Exception exception, DateTime due, TimeSpan took, DayOfWeek day);

            [LogEvent(LogLevel.Error, "Braces {{{{x}}}} stay")]
            internal static partial void BracesXStay(ILogger logger);

            [LogEvent(LogLevel.Error, "Braces {{x}} go {Id}")]
            internal static partial void BracesXGo(ILogger logger, int id);

            [LogEvent(LogLevel.Debug, "Keys {userId} {message}")]
            internal static partial void Keys(ILogger logger, [LogName("user-id")] int userId, [LogName("message_")] string message);

            [LogEvent(LogLevel.Debug, "Text {Pair} {Offset:MM/dd/yyyy HH:mm:ss zzz} {Date:d} {Time:t}")]
            internal static partial void Text(ILogger logger, string pair, DateTimeOffset offset, DateOnly date, TimeOnly time);
        }
        """;

    [Fact]
    public async Task Records_are_the_same()
    {
        await Verify.Fix<ConvertLogCallCodeFix>(Calls, Converted, iterations: 6);
        var before = LoggedRecords.Of(TestCompilation.Create(BehaviourPreserved.WithoutMarks(Calls)), RecordParts.EventId | RecordParts.ErrorType);
        Assert.Equal(6, before.Length);
        Assert.Equal(before, LoggedRecords.Of(TestCompilation.Create(Converted), RecordParts.EventId | RecordParts.ErrorType));
    }
}
