using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0019Tests : UsageRuleTests
{
    protected override string Message =>
        "'' cannot be written as a name: it is empty; choose another";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void Started(ILogger logger, [LogName({|BOLT0019:""|})] int port);
        }
        """;

    [Fact]
    public Task Any_other_text_is_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started", EventName = "was started")]
            public static partial void Started(ILogger logger, [LogName("the port/\u00fc")] int port);
        }
        """);

    [Fact]
    public Task Control_characters_long_keys_and_event_names_are_reported() => Verify.Analyzer(
        """
        public static partial class Log
        {
            private const string Hundred = "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789";

            [LogEvent(LogLevel.Information, EventName = {|BOLT0019:""|})]
            public static partial void Started(ILogger logger, [LogName({|BOLT0019:"a\n"|})] int a, [LogName({|BOLT0019:Hundred + Hundred + Hundred|})] int b);
        }
        """);

    [Fact]
    public Task The_fix_removes_the_name() => Verify.Fix<RemoveInvalidValueCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, EventName = {|BOLT0019:""|}, EventId = 1)]
            public static partial void Started(ILogger logger, [LogName({|BOLT0019:""|})] int a, [LogName({|BOLT0019:"\n"|}), Sensitive] int b);
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, EventId = 1)]
            public static partial void Started(ILogger logger, int a, [Sensitive] int b);
        }
        """);
}
