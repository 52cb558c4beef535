using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0012Tests : UsageRuleTests
{
    protected override string Message =>
        "The parameter 'count' of type 'int' cannot be logged: a log method only reads its arguments; use 'in' or no modifier";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Counted {Count}")]
            public static partial void Counted(ILogger logger, ref int {|BOLT0012:count|});
        }
        """;

    [Fact]
    public Task In_ref_readonly_scoped_spans_and_params_are_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Counted {Count}")]
            public static partial void Counted(ILogger logger, in int count, ref readonly int other, scoped ReadOnlySpan<char> name, ReadOnlySpan<byte> utf8, params string[] tags);
        }
        """);

    [Fact]
    public Task A_pointer_and_a_delegate_pointer_are_reported() => Verify.Analyzer(
        """
        public static unsafe partial class Log
        {
            [LogEvent(LogLevel.Information, "Read")]
            public static partial void Read(ILogger logger, byte* {|BOLT0012:start|}, delegate*<void> {|BOLT0012:call|});
        }
        """);

    [Fact]
    public Task The_fix_removes_the_modifier() => Verify.Fix<RemoveByReferenceCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Counted {Count}")]
            public static partial void Counted(
                ILogger logger,
                // The number.
                ref int {|BOLT0012:count|},
                [LogName("o")] out int {|BOLT0012:other|});
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Counted {Count}")]
            public static partial void Counted(
                ILogger logger,
                // The number.
                int count,
                [LogName("o")] int other);
        }
        """);

    [Fact]
    public Task A_pointer_has_no_fix() => Verify.NoFix<RemoveByReferenceCodeFix>(
        """
        public static unsafe partial class Log
        {
            [LogEvent(LogLevel.Information, "Read")]
            public static partial void Read(ILogger logger, byte* {|BOLT0012:start|});
        }
        """);
}
