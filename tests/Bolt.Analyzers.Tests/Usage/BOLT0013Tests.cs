using Bolt.Analyzers.Tests.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0013Tests : UsageRuleTests
{
    protected override string Message =>
        "Bolt cannot write a body into 'Log': a file-local type cannot have a part in a generated file; make it internal";

    protected override string Violation =>
        """
        file static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void {|CS8795:{|BOLT0013:Started|}|}(ILogger logger);
        }
        """;

    [Fact]
    public Task Nested_and_generic_classes_structs_records_and_interfaces_are_silent() => Verify.Analyzer(
        """
        internal partial class Outer<T>
        {
            internal partial struct S
            {
                [LogEvent(LogLevel.Information, "Started")]
                public static partial void Started(ILogger logger);
            }

            internal partial record R
            {
                [LogEvent(LogLevel.Information, "Started")]
                public static partial void Started(ILogger logger);
            }

            internal partial interface I
            {
                [LogEvent(LogLevel.Information, "Started")]
                public static partial void Started(ILogger logger);
            }
        }
        """);

    [Fact]
    public Task A_type_inside_a_file_local_type_is_reported() => Verify.Analyzer(
        """
        file static partial class Outer
        {
            internal static partial class Log
            {
                [LogEvent(LogLevel.Information, "Started")]
                public static partial void {|CS8795:{|BOLT0013:Started|}|}(ILogger logger);
            }
        }
        """);

    [Fact]
    public Task What_is_not_an_ordinary_method_is_reported() => Verify.Analyzer(
        """
        public class C
        {
            public int P
            {
                [{|BOLT0013:LogEvent(LogLevel.Information, "get")|}]
                get => 0;
            }

            [{|BOLT0013:Bolt.LogEventAttribute(LogLevel.Information)|}]
            public static C operator +(C a, C b) => a;

            [{|BOLT0013:LogEvent(LogLevel.Information)|}]
            public static implicit operator int(C c) => 0;

            [{|BOLT0013:LogEvent(LogLevel.Information)|}]
            ~C() { }

            public void M()
            {
                [{|BOLT0013:LogEvent(LogLevel.Information, "local")|}]
                static void Local(ILogger logger) { }

                Local(null!);
                Action lambda = [{|BOLT0013:LogEvent(LogLevel.Information)|}] () => { };
                lambda();
            }
        }
        """);
}
