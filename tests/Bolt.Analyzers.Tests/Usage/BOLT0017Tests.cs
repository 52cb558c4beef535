using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0017Tests : UsageRuleTests
{
    protected override string Message =>
        "'order' of type 'Order' has no text of its own; add [LogFields] to write its members as an object";

    protected override string Violation =>
        """
        public sealed record Order(int Id, decimal Total);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Placed {Order}")]
            public static partial void Placed(ILogger logger, Order {|BOLT0017:order|});
        }
        """;

    [Fact]
    public Task An_object_with_the_attribute_is_silent() => Verify.Analyzer(
        """
        public sealed record Order(int Id, decimal Total);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Placed {Order}")]
            public static partial void Placed(ILogger logger, [LogFields] Order order, [LogFields] Order? next, [LogFields] List<Order> rest);
        }
        """);

    [Fact]
    public Task The_fix_adds_the_attribute() => Verify.Fix<AddLogFieldsCodeFix>(
        """
        public sealed record Order(int Id, decimal Total);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Placed {Order}")]
            public static partial void Placed(ILogger logger, Order {|BOLT0017:order|}, [LogName("n")] Order {|BOLT0017:next|});

            [LogEvent(LogLevel.Information, "Moved {Order}")]
            public static partial void Moved(
                ILogger logger,
                // What was moved.
                in Order {|BOLT0017:order|});
        }
        """,
        """
        public sealed record Order(int Id, decimal Total);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Placed {Order}")]
            public static partial void Placed(ILogger logger, [LogFields] Order order, [LogFields][LogName("n")] Order next);

            [LogEvent(LogLevel.Information, "Moved {Order}")]
            public static partial void Moved(
                ILogger logger,
                // What was moved.
                [LogFields] in Order order);
        }
        """);

    [Fact]
    public Task The_fix_reaches_elements_and_nullable_values() => Verify.Fix<AddLogFieldsCodeFix>(
        """
        public record struct Point(int X, int Y);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Moved")]
            public static partial void Moved(ILogger logger, Point? {|BOLT0017:from|}, List<Point> {|BOLT0017:path|}, Point[] {|BOLT0017:rest|});
        }
        """,
        """
        public record struct Point(int X, int Y);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Moved")]
            public static partial void Moved(ILogger logger, [LogFields] Point? from, [LogFields] List<Point> path, [LogFields] Point[] rest);
        }
        """);

    [Fact]
    public Task A_type_that_depends_on_the_methods_type_parameter_has_no_fix() => Verify.NoFix<AddLogFieldsCodeFix>(
        """
        public sealed record Box<T>(T Value);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Boxed")]
            public static partial void Boxed<T>(ILogger logger, Box<T> {|BOLT0017:box|});
        }
        """);
}
