using Bolt.Analyzers.Events;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Events;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using static Bolt.Analyzers.Tests.Events.EventFileNames;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Events.EventFilesAnalyzer>;

namespace Bolt.Analyzers.Tests.Events;

public sealed class BOLT2011Tests : RuleTests<EventFilesAnalyzer>
{
    protected override string Message =>
        "field 'order' of 'Paid' is now 'orderId'; what reads it breaks: record the new name in LogEvents.Unshipped.txt, or keep the old one by [LogName(\"order\")]";

    protected override (string Name, string Text)[] Files => Both("Log/Paid Information\nLog/Paid/order integer", "");

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Order {orderId} paid")]
            public static partial void Paid(ILogger logger, int {|BOLT2011:orderId|});
        }
        """;

    [Fact]
    public Task A_renamed_field_is_recorded_under_both_names() =>
        Verify.FixFile<AcceptEventsCodeFix>(Violation, Files, Both(Files[0].Text.TrimEnd(), "*REMOVED*Log/Paid/order integer\nLog/Paid/orderId integer"));

    [Fact]
    public Task One_that_was_never_shipped_is_only_renamed() =>
        Verify.FixFile<AcceptEventsCodeFix>(Violation, Both("", Files[0].Text.TrimEnd()), Both("", "Log/Paid Information\nLog/Paid/orderId integer"));

    [Fact]
    public Task The_old_name_kept_by_an_attribute_is_silent() => Verify.WithFiles(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Order {orderId} paid")]
            public static partial void Paid(ILogger logger, [LogName("order")] int orderId);
        }
        """,
        Files);

    [Fact]
    public Task A_field_of_another_type_is_no_new_name() => Verify.FixFile<AcceptEventsCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void {|BOLT2011:Paid|}(ILogger logger, string {|BOLT2010:orderId|});
        }
        """,
        Files,
        Both(Files[0].Text.TrimEnd(), "*REMOVED*Log/Paid/order integer\nLog/Paid/orderId string"));

    [Fact]
    public Task Of_two_that_came_and_went_nobody_can_say_which_is_which() => Verify.FixFile<AcceptEventsCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void {|BOLT2011:{|BOLT2011:Paid|}|}(ILogger logger, int {|BOLT2010:a|}, int {|BOLT2010:b|});
        }
        """,
        Both("Log/Paid Information\nLog/Paid/x integer\nLog/Paid/y integer", ""),
        Both("Log/Paid Information\nLog/Paid/x integer\nLog/Paid/y integer", "*REMOVED*Log/Paid/x integer\n*REMOVED*Log/Paid/y integer\nLog/Paid/a integer\nLog/Paid/b integer"));

    [Fact]
    public Task A_renamed_object_brings_its_members_along() => Verify.FixFile<AcceptEventsCodeFix>(
        """
        public record Address(string City, int Zip);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void Sent(ILogger logger, [LogFields] Address {|BOLT2011:target|});
        }
        """,
        Both("Log/Sent Information\nLog/Sent/to object\nLog/Sent/to/City string\nLog/Sent/to/Zip integer", ""),
        Both(
            "Log/Sent Information\nLog/Sent/to object\nLog/Sent/to/City string\nLog/Sent/to/Zip integer",
            """
            *REMOVED*Log/Sent/to object
            *REMOVED*Log/Sent/to/City string
            *REMOVED*Log/Sent/to/Zip integer
            Log/Sent/target object
            Log/Sent/target/City string
            Log/Sent/target/Zip integer
            """));

    [Fact]
    public Task A_renamed_member_is_reported_at_the_parameter_that_brings_it() => Verify.WithFiles(
        """
        public record Address(string Town);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void Sent(ILogger logger, [LogFields] Address {|#0:to|});
        }
        """,
        Both("Log/Sent Information\nLog/Sent/to object\nLog/Sent/to/City string", ""),
        DiagnosticResult.CompilerWarning("BOLT2011").WithLocation(0).WithMessage(
            "field 'to/City' of 'Sent' is now 'to/Town'; what reads it breaks: record the new name in LogEvents.Unshipped.txt, or keep the old one by [LogName(\"City\")]"));

    [Fact]
    public Task A_renamed_event_is_recorded_under_both_names() => Verify.FixFile<AcceptEventsCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void {|BOLT2011:OrderPaid|}(ILogger logger, int order);
        }
        """,
        Files,
        Both(Files[0].Text.TrimEnd(), "*REMOVED*Log/Paid Information\n*REMOVED*Log/Paid/order integer\nLog/OrderPaid Information\nLog/OrderPaid/order integer"));

    [Fact]
    public Task A_removed_event_is_reported_at_its_type() => Verify.FixFile<AcceptEventsCodeFix>(
        "public static partial class {|BOLT2011:Log|};",
        Files,
        Both(Files[0].Text.TrimEnd(), "*REMOVED*Log/Paid Information\n*REMOVED*Log/Paid/order integer"));

    [Fact]
    public Task The_events_of_a_removed_type_are_reported_at_their_lines() => Verify.WithFiles(
        "public static partial class Other;",
        [(Shipped, "\n{|#0:Log/Paid Information|}\nLog/Paid/order integer\n"), (Unshipped, "{|#1:Log/Sent Information|}\n")],
        DiagnosticResult.CompilerWarning("BOLT2011").WithLocation(0).WithMessage("event 'Paid' is gone from the code; what reads it breaks: record that in LogEvents.Unshipped.txt, or bring it back"),
        DiagnosticResult.CompilerWarning("BOLT2011").WithLocation(1));

    [Fact]
    public Task What_is_recorded_as_removed_is_silent() => Verify.WithFiles(
        "public static partial class Log;",
        Both("Log/Paid Information\nLog/Paid/order integer", "*REMOVED*Log/Paid Information\n*REMOVED*Log/Paid/order integer"));

    [Fact]
    public Task A_declaration_with_a_mistake_is_not_taken_for_a_removal() => Verify.WithFiles(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{nothing}")]
            public static partial void Paid(ILogger logger, int order);
        }
        """,
        Files);
}
