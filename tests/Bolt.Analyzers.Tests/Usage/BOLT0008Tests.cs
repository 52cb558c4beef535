using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0008Tests : UsageRuleTests
{
    protected override string Message =>
        "'message' would be written under the key 'message', which is reserved for the record's own parts; give it another key with [LogName]";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Received")]
            public static partial void Received(ILogger logger, string {|BOLT0008:message|});
        }
        """;

    [Fact]
    public Task Reserved_names_of_the_logger_the_level_and_the_exception_and_names_in_another_case_are_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent("{Message}")]
            public static partial void Received(ILogger category, LogLevel level, Exception error, string message, [LogName("when")] DateTime time);
        }
        """);

    [Fact]
    public Task The_fix_gives_the_parameter_another_key() => Verify.Fix<GiveKeyCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{time}")]
            public static partial void Received(ILogger logger, string {|BOLT0008:message|}, [LogName("level")] int {|BOLT0008:depth|}, DateTime {|BOLT0008:time|}, int time_value);
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{time}")]
            public static partial void Received(ILogger logger, [LogName("message_value")] string message, [LogName("level_value")] int depth, [LogName("time_value2")] DateTime time, int time_value);
        }
        """);

    [Fact]
    public Task The_keys_that_a_naming_policy_makes_are_compared() => Verify.Analyzer(
        """
        [assembly: LogNaming(FieldNaming.SnakeCase)]

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Moved")]
            public static partial void Moved(ILogger logger, int {|BOLT0008:EventId|}, [LogName("SpanId")] int spanId);
        }
        """);

    [Fact]
    public Task A_lifted_member_is_left_to_its_owner() => Verify.NoFix<GiveKeyCodeFix>(
        """
        public sealed record Order(int level);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Placed")]
            public static partial void Placed(ILogger logger, [LogFields(Flatten = true)] Order {|BOLT0008:order|});

            [LogEvent(LogLevel.Information, "Nested")]
            public static partial void Nested(ILogger logger, [LogFields] Order order);
        }
        """);
}
