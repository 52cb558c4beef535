using Bolt.Analyzers.Events;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Events;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using static Bolt.Analyzers.Tests.Events.EventFileNames;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Events.EventFilesAnalyzer>;

namespace Bolt.Analyzers.Tests.Events;

public sealed class BOLT2012Tests : RuleTests<EventFilesAnalyzer>
{
    protected override string Message =>
        "field 'order' of 'Paid' was 'integer' and is now 'string'; what reads it breaks: record the change in LogEvents.Unshipped.txt, or take it back";

    protected override (string Name, string Text)[] Files => Both("Log/Paid Information\nLog/Paid/order integer", "");

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Order {order} paid")]
            public static partial void Paid(ILogger logger, string {|BOLT2012:order|});
        }
        """;

    [Fact]
    public Task The_change_of_a_type_is_recorded() =>
        Verify.FixFile<AcceptEventsCodeFix>(Violation, Files, Both(Files[0].Text.TrimEnd(), "*REMOVED*Log/Paid/order integer\nLog/Paid/order string"));

    [Theory]
    [InlineData("long order")]
    [InlineData("[LogName(\"order\")] byte number")]
    [InlineData("in ulong order")]
    public Task A_change_that_no_record_shows_is_silent(string parameter) => Verify.WithFiles(
        $$"""
        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void Paid(ILogger logger, {{parameter}});
        }
        """,
        Files);

    [Theory]
    [InlineData("int? {|BOLT2012:order|}", "integer?")]
    [InlineData("double {|BOLT2012:order|}", "number(float)")]
    [InlineData("[Sensitive] int {|BOLT2012:order|}", "string mask")]
    [InlineData("[Sensitive(Redaction.Hash)] int {|BOLT2012:order|}", "string hash")]
    [InlineData("TimeSpan {|BOLT2012:order|}", "integer(nanoseconds)")]
    [InlineData("object {|BOLT2012:order|}", "any")]
    [InlineData("DayOfWeek {|BOLT2012:order|}", "enum")]
    public Task Each_other_change_is_recorded(string parameter, string now) => Verify.FixFile<AcceptEventsCodeFix>(
        $$"""
        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void Paid(ILogger logger, {{parameter}});
        }
        """,
        Files,
        Both(Files[0].Text.TrimEnd(), $"*REMOVED*Log/Paid/order integer\nLog/Paid/order {now}"));

    [Theory]
    [InlineData("LogLevel.Warning", "Log/Paid Warning")]
    [InlineData("LogLevel.Information, EventId = 4", "Log/Paid Information 4")]
    public Task So_is_the_change_of_level_or_id(string arguments, string now) => Verify.FixFile<AcceptEventsCodeFix>(
        $$"""
        public static partial class Log
        {
            [LogEvent({{arguments}})]
            public static partial void {|BOLT2012:Paid|}(ILogger logger, int order);
        }
        """,
        Files,
        Both(Files[0].Text.TrimEnd(), "*REMOVED*Log/Paid Information\n" + now));

    [Fact]
    public Task The_members_of_an_object_change_with_it() => Verify.FixFile<AcceptEventsCodeFix>(
        """
        public record Address(string City);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void Sent(ILogger logger, [LogFields] Address[] {|BOLT2012:to|});
        }
        """,
        Both("Log/Sent Information\nLog/Sent/to object\nLog/Sent/to/City string", ""),
        Both(
            "Log/Sent Information\nLog/Sent/to object\nLog/Sent/to/City string",
            """
            *REMOVED*Log/Sent/to object
            *REMOVED*Log/Sent/to/City string
            Log/Sent/to array
            Log/Sent/to[] object
            Log/Sent/to[]/City string
            """));

    [Fact]
    public Task Overloads_that_differ_are_all_declared() => Verify.WithFiles(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void Paid(ILogger logger, int {|#0:order|});

            [LogEvent(LogLevel.Information)]
            public static partial void Paid(ILogger logger, Guid order);
        }
        """,
        Both("Log/Paid Information\nLog/Paid/order integer", ""),
        DiagnosticResult.CompilerWarning("BOLT2012").WithLocation(0).WithMessage(
            "field 'order' of 'Paid' was 'integer' and is now 'integer or string(uuid)'; what reads it breaks: record the change in LogEvents.Unshipped.txt, or take it back"));

    [Fact]
    public Task Everything_is_fixed_at_once() => Verify.FixFile<AcceptEventsCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Error)]
            public static partial void {|BOLT2012:Paid|}(ILogger logger, int {|BOLT2011:orderId|}, bool {|BOLT2010:twice|});

            [LogEvent(LogLevel.Information)]
            public static partial void {|BOLT2010:Sent|}(ILogger logger);
        }
        """,
        Files,
        Both(
            Files[0].Text.TrimEnd(),
            """
            *REMOVED*Log/Paid Information
            *REMOVED*Log/Paid/order integer
            Log/Paid Error
            Log/Paid/orderId integer
            Log/Paid/twice boolean
            Log/Sent Information
            """));
}
