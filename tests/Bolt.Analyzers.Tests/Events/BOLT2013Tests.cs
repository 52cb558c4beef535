using Bolt.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using static Bolt.Analyzers.Tests.Events.EventFileNames;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Events.EventFilesAnalyzer>;

namespace Bolt.Analyzers.Tests.Events;

/// <summary>What the rule reports stands in no code: neither a pragma nor an .editorconfig reaches it, but a global configuration does.</summary>
public sealed class BOLT2013Tests
{
    private const string Code =
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void Paid(ILogger logger, int order);
        }
        """;

    [Theory]
    [InlineData("<<<<<<< HEAD", "this line is the mark of a merge conflict; resolve it")]
    [InlineData("=======", "this line is the mark of a merge conflict; resolve it")]
    [InlineData(">>>>>>> topic", "this line is the mark of a merge conflict; resolve it")]
    [InlineData("||||||| base", "this line is the mark of a merge conflict; resolve it")]
    [InlineData("Log/Paid", "this line is no line of an event or a field; remove it")]
    [InlineData("Log/Paid Loud", "this line is no line of an event or a field; remove it")]
    [InlineData("Log/Paid Information x", "this line is no line of an event or a field; remove it")]
    [InlineData("Log/Paid/order int", "this line is no line of an event or a field; remove it")]
    [InlineData("Log/Paid/order integer loud", "this line is no line of an event or a field; remove it")]
    [InlineData("Log//order integer", "this line is no line of an event or a field; remove it")]
    [InlineData("Log Information", "this line is no line of an event or a field; remove it")]
    [InlineData("Log/\"Paid Information", "this line is no line of an event or a field; remove it")]
    [InlineData("*REMOVED*", "this line is no line of an event or a field; remove it")]
    [InlineData("*REMOVED*Log/Sent Information", "this line takes back a line that LogEvents.Shipped.txt does not have; remove it")]
    [InlineData("Log/Paid Information", "this line stands in LogEvents.Shipped.txt too; remove it here")]
    public Task A_bad_line_is_reported_at_its_place_and_nothing_else_is(string line, string message) => Verify.WithFiles(
        Code,
        [(Shipped, "Log/Paid Information\n"), (Unshipped, "# A comment\n\n{|#0:" + line + "|}\n")],
        DiagnosticResult.CompilerWarning("BOLT2013").WithLocation(0).WithMessage(message));

    [Fact]
    public Task A_line_may_not_stand_twice() => Verify.WithFiles(
        Code,
        [(Shipped, ""), (Unshipped, "Log/Paid Information\r\nLog/Paid/order integer\r\n{|BOLT2013:Log/Paid Information|}\r\n")]);

    [Fact]
    public Task What_is_shipped_takes_nothing_back() => Verify.WithFiles(
        Code,
        [(Shipped, "{|BOLT2013:*REMOVED*Log/Paid Information|}\n"), (Unshipped, "")]);

    [Fact]
    public Task There_must_be_a_place_for_what_is_new() => Verify.WithFiles(
        Code,
        [(Shipped, "{|#0:Log/Paid Information|}\nLog/Paid/order integer\n")],
        DiagnosticResult.CompilerWarning("BOLT2013").WithLocation(0).WithMessage("this line stands in a file that has no LogEvents.Unshipped.txt beside it; add an empty one"));

    [Fact]
    public Task What_is_new_needs_nothing_shipped() => Verify.WithFiles(Code, [(Unshipped, "Log/Paid Information\nLog/Paid/order integer\n")]);

    [Fact]
    public Task A_global_configuration_turns_the_rule_off() => Verify.Global(
        "dotnet_diagnostic.BOLT2013.severity = none",
        Code,
        [(Shipped, ""), (Unshipped, "Log\n")]);
}
