using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0022Tests : UsageRuleTests
{
    protected override string Message =>
        "'Started' also has [LoggerMessage], whose generator writes the same body; remove one of the two";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            [LoggerMessage(1, LogLevel.Information, "Started")]
            public static partial void {|CS8795:{|BOLT0022:Started|}|}(ILogger logger);
        }
        """;

    [Fact]
    public Task Other_attributes_and_other_methods_are_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            [Obsolete("Use the other.")]
            public static partial void Started(ILogger logger);

            [LoggerMessage(1, LogLevel.Information, "Started")]
            public static partial void {|CS8795:Stopped|}(ILogger logger);
        }
        """);

    [Fact]
    public Task The_fix_removes_the_other_attribute() => Verify.Fix<RemoveOtherAttributeCodeFix>(
        """
        public static partial class Log
        {
            /// <summary>Documented.</summary>
            [LoggerMessage(1, LogLevel.Information, "Started")]
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void {|CS8795:{|BOLT0022:Started|}|}(ILogger logger);

            [LogEvent(LogLevel.Information, "Stopped"), LoggerMessage(2, LogLevel.Information, "Stopped")]
            public static partial void {|CS8795:{|BOLT0022:Stopped|}|}(ILogger logger);
        }
        """,
        """
        public static partial class Log
        {
            /// <summary>Documented.</summary>
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void Started(ILogger logger);

            [LogEvent(LogLevel.Information, "Stopped")]
            public static partial void Stopped(ILogger logger);
        }
        """);
}
