using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0021Tests : UsageRuleTests
{
    protected override string Message =>
        "'int', the type of 'userId', has no public property or field to write; remove [LogFields]";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {UserId}")]
            public static partial void LoggedIn(ILogger logger, [LogFields] int {|BOLT0021:userId|});
        }
        """;

    [Fact]
    public Task A_type_with_a_public_field_is_silent() => Verify.Analyzer(
        """
        public struct Point
        {
            public int X;
        }

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "At {Point}")]
            public static partial void At(ILogger logger, [LogFields] Point point, [LogFields] Point? other);
        }
        """);

    [Fact]
    public Task The_fix_removes_the_attribute() => Verify.Fix<RemoveLogFieldsCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {UserId}")]
            public static partial void LoggedIn(
                ILogger logger,
                // Who.
                [LogFields] int {|BOLT0021:userId|},
                [LogName("n"), LogFields] string {|BOLT0021:name|},
                [LogFields(Flatten = true)][Sensitive] string {|BOLT0021:email|});
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {UserId}")]
            public static partial void LoggedIn(
                ILogger logger,
                // Who.
                int userId,
                [LogName("n")] string name,
                [Sensitive] string email);
        }
        """);
}
