using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0001Tests : UsageRuleTests
{
    protected override string Message =>
        "'Started' is not partial, so there is no place for the body that Bolt writes; add 'partial'";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static void {|CS0501:{|BOLT0001:Started|}|}(ILogger logger);
        }
        """;

    [Fact]
    public Task A_partial_method_is_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void Started(ILogger logger);

            public static void NotALogMethod(ILogger logger) { }
        }
        """);

    [Fact]
    public Task The_fix_makes_the_method_and_its_types_partial() => Verify.Fix<MakePartialCodeFix>(
        """
        public class Outer
        {
            // Why this class exists.
            static class Log
            {
                /// <summary>Documented.</summary>
                [LogEvent(LogLevel.Information, "Started")]
                public static void {|CS0501:{|BOLT0001:Started|}|}(ILogger logger);

                [LogEvent(LogLevel.Information, "Stopped")]
                // A remark.
                static void {|CS0501:{|BOLT0001:Stopped|}|}(ILogger logger);
            }
        }
        """,
        """
        public partial class Outer
        {
            // Why this class exists.
            static partial class Log
            {
                /// <summary>Documented.</summary>
                [LogEvent(LogLevel.Information, "Started")]
                public static partial void Started(ILogger logger);

                [LogEvent(LogLevel.Information, "Stopped")]
                // A remark.
                static partial void Stopped(ILogger logger);
            }
        }
        """);

    [Fact]
    public Task The_fix_drops_modifiers_that_a_partial_method_cannot_have() => Verify.Fix<MakePartialCodeFix>(
        """
        public abstract partial class Service
        {
            [LogEvent(LogLevel.Information, "Started")]
            public abstract void {|BOLT0001:Started|}(ILogger logger);

            [LogEvent(LogLevel.Information, "Stopped")]
            public static extern void {|BOLT0001:Stopped|}(ILogger logger);
        }
        """,
        """
        public abstract partial class Service
        {
            [LogEvent(LogLevel.Information, "Started")]
            public partial void Started(ILogger logger);

            [LogEvent(LogLevel.Information, "Stopped")]
            public static partial void Stopped(ILogger logger);
        }
        """);
}
