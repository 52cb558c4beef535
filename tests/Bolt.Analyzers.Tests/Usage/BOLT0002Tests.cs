using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0002Tests : UsageRuleTests
{
    protected override string Message =>
        "'Started' has a body, but Bolt writes the body of a [LogEvent] method; end the declaration with a semicolon";

    protected override string Violation =>
        """
        public static class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static void {|BOLT0002:Started|}(ILogger logger) { }
        }
        """;

    [Fact]
    public Task A_method_without_the_attribute_may_have_a_body() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void Started(ILogger logger);

            public static void Started(ILogger logger, int times)
            {
                for (var i = 0; i < times; i++)
                    Started(logger);
            }
        }
        """);

    [Fact]
    public Task The_fix_removes_the_body_and_makes_everything_partial() => Verify.Fix<RemoveBodyCodeFix>(
        """
        public class Outer
        {
            private static class Log
            {
                [LogEvent(LogLevel.Information, "Started")]
                public static void {|BOLT0002:Started|}(ILogger logger)
                {
                    Console.WriteLine("Started");
                } // after

                [LogEvent(LogLevel.Information, "Stopped {Code}")]
                internal static async void {|BOLT0002:Stopped|}<T>(ILogger logger, int code)
                    where T : class
                    => await System.Threading.Tasks.Task.Delay(code);
            }
        }
        """,
        """
        public partial class Outer
        {
            private static partial class Log
            {
                [LogEvent(LogLevel.Information, "Started")]
                public static partial void Started(ILogger logger); // after

                [LogEvent(LogLevel.Information, "Stopped {Code}")]
                internal static partial void Stopped<T>(ILogger logger, int code)
                    where T : class;
            }
        }
        """);

    [Fact]
    public Task The_fix_removes_the_second_declaration() => Verify.Fix<RemoveBodyCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            static partial void {|BOLT0002:Started|}(ILogger logger);

            static partial void Started(ILogger logger) => Console.WriteLine();

            [LogEvent(LogLevel.Information, "Stopped")]
            static partial void {|BOLT0002:{|CS0759:Stopped|}|}(ILogger logger) { }
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            static partial void Started(ILogger logger);

            [LogEvent(LogLevel.Information, "Stopped")]
            static partial void Stopped(ILogger logger);
        }
        """);

    [Fact]
    public Task A_body_in_the_declaration_with_the_attribute_is_reported_once_and_left_alone() => Verify.NoFix<RemoveBodyCodeFix>(
        """
        public static partial class Log
        {
            static partial void Started(ILogger logger);

            [LogEvent(LogLevel.Information, "Started")]
            static partial void {|BOLT0002:Started|}(ILogger logger) { }
        }
        """);

    [Fact]
    public Task An_explicit_implementation_cannot_be_partial() => Verify.NoFix<RemoveBodyCodeFix>(
        """
        public interface ILog
        {
            void Started(ILogger logger);
        }

        public partial class Log : ILog
        {
            [LogEvent(LogLevel.Information, "Started")]
            void ILog.{|BOLT0002:Started|}(ILogger logger) { }
        }
        """);
}
