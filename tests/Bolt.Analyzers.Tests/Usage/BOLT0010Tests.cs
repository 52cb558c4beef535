using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0010Tests : UsageRuleTests
{
    protected override string Message =>
        "'Started' has no level; add one to the attribute, or a parameter of type 'LogLevel'";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent("Started")]
            public static partial void {|BOLT0010:Started|}(ILogger logger);
        }
        """;

    [Fact]
    public Task A_level_in_the_attribute_or_as_a_parameter_is_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Trace)]
            public static partial void Started(ILogger logger);

            [LogEvent("Stopped")]
            public static partial void Stopped(ILogger logger, LogLevel how);
        }
        """);

    [Fact]
    public Task The_fix_adds_the_level_to_the_attribute() => Verify.Fix<AddLevelArgumentCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent("Started", EventId = 1)]
            public static partial void {|BOLT0010:Started|}(ILogger logger);

            [LogEvent]
            public static partial void {|BOLT0010:Stopped|}(ILogger logger);

            [Obsolete, LogEvent(EventName = "went")]
            public static partial void {|BOLT0010:Went|}(ILogger logger);
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started", EventId = 1)]
            public static partial void Started(ILogger logger);

            [LogEvent(LogLevel.Information)]
            public static partial void Stopped(ILogger logger);

            [Obsolete, LogEvent(LogLevel.Information, EventName = "went")]
            public static partial void Went(ILogger logger);
        }
        """);

    [Fact]
    public Task The_other_fix_adds_a_parameter_behind_the_logger() => Verify.Fix<AddLevelParameterCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent("Started")]
            public static partial void {|BOLT0010:Started|}(ILogger logger, int port);

            [LogEvent("Stopped")]
            public static partial void {|BOLT0010:Stopped|}(this BoltLogger logger);
        }

        public partial class Service(ILogger logger)
        {
            [LogEvent("Started")]
            public partial void {|BOLT0010:Started|}(
                int port,
                string host);

            [LogEvent("Stopped")]
            public partial void {|BOLT0010:Stopped|}();
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent("Started")]
            public static partial void Started(ILogger logger, LogLevel level, int port);

            [LogEvent("Stopped")]
            public static partial void Stopped(this BoltLogger logger, LogLevel level);
        }

        public partial class Service(ILogger logger)
        {
            [LogEvent("Started")]
            public partial void Started(
                LogLevel level,
                int port,
                string host);

            [LogEvent("Stopped")]
            public partial void Stopped(LogLevel level);
        }
        """);
}
