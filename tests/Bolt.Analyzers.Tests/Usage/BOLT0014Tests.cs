using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0014Tests : UsageRuleTests
{
    protected override string Message =>
        "'Log' is not partial, so Bolt cannot add the body of the log method to it; add 'partial'";

    protected override string Violation =>
        """
        public static class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void {|CS0751:{|CS8795:{|BOLT0014:Started|}|}|}(ILogger logger);
        }
        """;

    [Fact]
    public Task Partial_types_are_silent() => Verify.Analyzer(
        """
        public partial class Outer
        {
            public partial class Log
            {
                [LogEvent(LogLevel.Information, "Started")]
                public static partial void Started(ILogger logger);
            }
        }
        """);

    [Fact]
    public Task The_fix_makes_all_types_partial() => Verify.Fix<MakePartialCodeFix>(
        """
        public class Outer
        {
            // The log methods.
            record struct Log
            {
                [LogEvent(LogLevel.Information, "Started")]
                public static partial void {|CS0751:{|CS8795:{|BOLT0014:Started|}|}|}(ILogger logger);

                [LogEvent(LogLevel.Information, "Stopped")]
                public static partial void {|CS0751:{|CS8795:{|BOLT0014:Stopped|}|}|}(ILogger logger);
            }
        }
        """,
        """
        public partial class Outer
        {
            // The log methods.
            partial record struct Log
            {
                [LogEvent(LogLevel.Information, "Started")]
                public static partial void Started(ILogger logger);

                [LogEvent(LogLevel.Information, "Stopped")]
                public static partial void Stopped(ILogger logger);
            }
        }
        """,
        iterations: 1);
}
