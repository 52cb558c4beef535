using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0011Tests : UsageRuleTests
{
    protected override string Message =>
        "'Started' has a level already, and the parameter 'level' gives another; remove one of the two";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void Started(ILogger logger, LogLevel {|BOLT0011:level|});
        }
        """;

    [Fact]
    public Task One_level_is_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent("Started")]
            public static partial void Started(ILogger logger, LogLevel level);
        }
        """);

    [Fact]
    public Task The_fix_removes_the_level_from_the_attribute() => Verify.Fix<RemoveLevelCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started", EventId = 1)]
            public static partial void Started(ILogger logger, LogLevel {|BOLT0011:level|});

            [LogEvent(LogLevel.Information)]
            public static partial void Stopped(ILogger logger, LogLevel {|BOLT0011:level|});

            [LogEvent(message: "Went", level: LogLevel.Debug)]
            public static partial void Went(ILogger logger, LogLevel {|BOLT0011:level|});
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent("Started", EventId = 1)]
            public static partial void Started(ILogger logger, LogLevel level);

            [LogEvent]
            public static partial void Stopped(ILogger logger, LogLevel level);

            [LogEvent(message: "Went")]
            public static partial void Went(ILogger logger, LogLevel level);
        }
        """);

    [Fact]
    public Task Of_two_parameters_none_is_removed() => Verify.NoFix<RemoveLevelCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent("Started")]
            public static partial void Started(ILogger logger, LogLevel level, LogLevel {|BOLT0011:other|});
        }
        """);
}
