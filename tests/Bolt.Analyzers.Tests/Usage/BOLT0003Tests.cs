using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0003Tests : UsageRuleTests
{
    protected override string Message =>
        "'Started' returns 'bool', but a log call has no result; make it 'void'";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial {|BOLT0003:bool|} Started(ILogger logger);
        }
        """;

    [Fact]
    public Task Void_is_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void Started(ILogger logger);
        }
        """);

    [Fact]
    public Task The_fix_makes_the_method_void() => Verify.Fix<MakeVoidCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial {|BOLT0003:System.Threading.Tasks.Task|} Started(ILogger logger);

            [LogEvent(LogLevel.Information, "Stopped")]
            internal static partial {|BOLT0003:int?|} Stopped(ILogger logger);

            [LogEvent(LogLevel.Information, "Moved")]
            internal static partial {|BOLT0003:ref int|} {|CS8795:Moved|}(ILogger logger);
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void Started(ILogger logger);

            [LogEvent(LogLevel.Information, "Stopped")]
            internal static partial void Stopped(ILogger logger);

            [LogEvent(LogLevel.Information, "Moved")]
            internal static partial void Moved(ILogger logger);
        }
        """);
}
