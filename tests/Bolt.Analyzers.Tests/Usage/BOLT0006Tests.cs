using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0006Tests : UsageRuleTests
{
    protected override string Message =>
        "The hole 'UserIdd' names no parameter of 'LoggedIn'; rename the hole or add the parameter";

    protected override string Violation =>
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {|BOLT0006:{UserIdd}|} logged in")]
            public static partial void LoggedIn(ILogger logger, int userId);
        }
        """";

    [Fact]
    public Task Exact_names_and_names_in_another_case_are_silent() => Verify.Analyzer(
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{{text}} {userId} {UserID,8} {ex:l} {@userId}")]
            public static partial void LoggedIn(ILogger logger, int userId, Exception ex, string notInTheTemplate);
        }
        """");

    [Fact]
    public Task The_fix_renames_the_hole_to_the_nearest_parameter() => Verify.Fix<CorrectHoleCodeFix>(
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {|BOLT0006:{UserIdd,-8:x}|} on {|BOLT0006:{hots}|}")]
            public static partial void LoggedIn(ILogger logger, int userId, string host);

            [LogEvent(LogLevel.Information, @"""{|BOLT0006:{0}|}"" from {|BOLT0006:{1:N2}|}")]
            public static partial void Sent(ILogger logger, int size, string host);
        }
        """",
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {UserId,-8:x} on {host}")]
            public static partial void LoggedIn(ILogger logger, int userId, string host);

            [LogEvent(LogLevel.Information, @"""{size}"" from {host:N2}")]
            public static partial void Sent(ILogger logger, int size, string host);
        }
        """");

    [Fact]
    public Task A_hole_that_resembles_no_parameter_is_not_renamed() => Verify.NoFix<CorrectHoleCodeFix>(
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{|BOLT0006:{Address}|}")]
            public static partial void Sent(ILogger logger, int size);
        }
        """");

    [Fact]
    public Task The_other_fix_adds_the_parameters() => Verify.Fix<DeclareHoleCodeFix>(
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {|BOLT0006:{UserId}|} on {|BOLT0006:{host,8}|} and {|BOLT0006:{Class}|}, {|BOLT0006:{host}|}")]
            public static partial void LoggedIn(ILogger logger, int port = 0);

            [LogEvent(LogLevel.Information, "Sent {|BOLT0006:{Size}|} to {|BOLT0006:{Host}|}")]
            public static partial void Sent(ILogger logger, params string[] tags);
        }
        """",
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {UserId} on {host,8} and {Class}, {host}")]
            public static partial void LoggedIn(ILogger logger, string userId, string host, string @class, int port = 0);

            [LogEvent(LogLevel.Information, "Sent {Size} to {Host}")]
            public static partial void Sent(ILogger logger, string size, string host, params string[] tags);
        }
        """",
        iterations: 5);

    [Fact]
    public Task A_hole_that_cannot_be_a_parameter_is_not_added() => Verify.NoFix<DeclareHoleCodeFix>(
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{|BOLT0006:{0}|} {|BOLT0006:{user-id}|} {|BOLT0006:{Logger}|}")]
            public static partial void Sent(ILogger logger, int size);
        }
        """");

    [Fact]
    public Task The_fix_reaches_into_sums_and_raw_literals() => Verify.Fix<CorrectHoleCodeFix>(
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User " + ("{|BOLT0006:{UsrId}|} " + "\t\"on\" {|BOLT0006:{Hst}|}"))]
            public static partial void Sum(ILogger logger, int userId, string host);

            [LogEvent(LogLevel.Information, """User {|BOLT0006:{UsrId}|} "on" {|BOLT0006:{Hst}|}""")]
            public static partial void Raw(ILogger logger, int userId, string host);

            [LogEvent(
                LogLevel.Information,
                """
                User {|BOLT0006:{UsrId}|}
                on {|BOLT0006:{Hst}|}
                """)]
            public static partial void Lines(ILogger logger, int userId, string host);
        }
        """",
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User " + ("{UserId} " + "\t\"on\" {Host}"))]
            public static partial void Sum(ILogger logger, int userId, string host);

            [LogEvent(LogLevel.Information, """User {UserId} "on" {Host}""")]
            public static partial void Raw(ILogger logger, int userId, string host);

            [LogEvent(
                LogLevel.Information,
                """
                User {UserId}
                on {Host}
                """)]
            public static partial void Lines(ILogger logger, int userId, string host);
        }
        """");
}
