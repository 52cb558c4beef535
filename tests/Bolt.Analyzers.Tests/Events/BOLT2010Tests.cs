using Bolt.Analyzers.Events;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Events;
using Xunit;
using static Bolt.Analyzers.Tests.Events.EventFileNames;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Events.EventFilesAnalyzer>;

namespace Bolt.Analyzers.Tests.Events;

public sealed class BOLT2010Tests : RuleTests<EventFilesAnalyzer>
{
    protected override string Message => "field 'total' of 'Paid' is in neither LogEvents file; add it to LogEvents.Unshipped.txt";

    protected override (string Name, string Text)[] Files => Both("Log/Paid Information\nLog/Paid/order integer", "");

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Order {order} paid")]
            public static partial void Paid(ILogger logger, int order, decimal {|BOLT2010:total|});
        }
        """;

    [Fact]
    public Task A_project_without_the_files_is_left_alone() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void Paid(ILogger logger, int order);
        }
        """);

    [Fact]
    public Task Files_of_other_names_are_not_the_files() => Verify.WithFiles(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void Paid(ILogger logger, int order);
        }
        """,
        [("PublicAPI.Shipped.txt", "<<<<<<<"), ("Events.txt", "")]);

    [Fact]
    public Task What_either_file_declares_is_silent() => Verify.WithFiles(
        """
        namespace Shop
        {
            public static class Outer
            {
            }

            public sealed partial class Orders<T>(ILogger logger)
            {
                private static partial class Log
                {
                    [LogEvent(LogLevel.Information, EventId = 7, EventName = "order paid")]
                    public static partial void Paid(ILogger logger, int order, [LogName("a/b")] string? text, [Sensitive(Redaction.Omit)] string secret);
                }

                [LogEvent(LogLevel.Debug)]
                public partial void Seen(double? share, Exception? error);
            }
        }
        """,
        Both(
            """
            Shop.Orders`1+Log/"order paid" Information 7
            Shop.Orders`1+Log/"order paid"/order integer
            """,
            """
            # What the next version brings.
            Shop.Orders`1+Log/"order paid"/"a/b" string
            Shop.Orders`1/Seen Debug
            Shop.Orders`1/Seen/error string
            Shop.Orders`1/Seen/share number(float)?
            """));

    [Fact]
    public Task An_event_with_all_its_fields_is_one_finding() => Verify.FixFile<AcceptEventsCodeFix>(
        """
        public record Line(string Sku, [property: Sensitive] string Coupon);

        public static partial class Log
        {
            [LogEvent(LogLevel.Warning, EventId = 3)]
            public static partial void {|BOLT2010:Paid|}(ILogger logger, [LogFields] List<Line> lines, Dictionary<string, DateTime> times);
        }
        """,
        Both("", "# Mine."),
        Both(
            "",
            """
            # Mine.
            Log/Paid Warning 3
            Log/Paid/lines array
            Log/Paid/lines[] object
            Log/Paid/lines[]/Coupon string mask
            Log/Paid/lines[]/Sku string
            Log/Paid/times object
            Log/Paid/times{} string(date-time)
            """));

    [Fact]
    public Task So_is_an_object_in_an_event() => Verify.FixFile<AcceptEventsCodeFix>(
        """
        public record Node(int Id, Node? Next);

        public static partial class Log
        {
            [LogEvent(LogLevel.Warning)]
            public static partial void Paid(ILogger logger, [LogFields] Node {|BOLT2010:node|});
        }
        """,
        Both("Log/Paid Warning", ""),
        Both("Log/Paid Warning", "Log/Paid/node object\nLog/Paid/node/Id integer\nLog/Paid/node/Next object as node"));

    [Fact]
    public Task A_member_is_reported_at_the_parameter_that_brings_it() => Verify.FixFile<AcceptEventsCodeFix>(
        """
        public record Address(string Street, string City);

        public static partial class Log
        {
            [LogEvent(LogLevel.Warning)]
            public static partial void Sent(ILogger logger, [LogFields] Address {|BOLT2010:to|}, [LogFields(Flatten = true)] Address {|BOLT2010:from|});
        }
        """,
        Both("Log/Sent Warning\nLog/Sent/City string\nLog/Sent/to object\nLog/Sent/to/Street string", ""),
        Both("Log/Sent Warning\nLog/Sent/City string\nLog/Sent/to object\nLog/Sent/to/Street string", "Log/Sent/Street string\nLog/Sent/to/City string"));

    [Fact]
    public Task Overloads_are_one_event() => Verify.FixFile<AcceptEventsCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Warning)]
            public static partial void Paid(ILogger logger, int order);

            [LogEvent(LogLevel.Warning)]
            public static partial void Paid(ILogger logger, int order, bool {|BOLT2010:twice|});
        }

        public static partial class Other
        {
            [LogEvent(LogLevel.Warning)]
            public static partial void {|BOLT2010:Paid|}(ILogger logger);
        }
        """,
        Both("Log/Paid Warning\nLog/Paid/order integer", ""),
        Both("Log/Paid Warning\nLog/Paid/order integer", "Log/Paid/twice boolean\nOther/Paid Warning"));

    [Fact]
    public Task What_was_recorded_as_removed_comes_back() => Verify.FixFile<AcceptEventsCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Warning)]
            public static partial void Paid(ILogger logger, int {|BOLT2010:order|});
        }
        """,
        Both("Log/Paid Warning\nLog/Paid/order integer", "*REMOVED*Log/Paid/order integer"),
        Both("Log/Paid Warning\nLog/Paid/order integer", ""));
}
