using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class AllocationScopeTests
{
    private const string Members =
        """
        namespace App;

        class Service
        {
            object Run() => new object();
            object Made => new object();
            class Inner { object Run() => new object(); }
        }
        """;

    [Fact]
    public Task Hot_is_silent_without_attributes() => Verify.Analyzer(Members);

    [Fact]
    public Task All_speaks_everywhere() =>
        Verify.Analyzer(Members.Replace("new object()", "{|BOLT1001:new object()|}", StringComparison.Ordinal), "bolt_allocation_scope = all", []);

    [Theory]
    [InlineData("App.Service.Run", "object Run() => new object();\n    object M")]
    [InlineData("Other, App.Service.Made", "object Made => new object()")]
    [InlineData("App.Service.Inner", "class Inner { object Run() => new object()")]
    public Task Hot_members_are_in_scope(string members, string declaration) => Verify.Analyzer(
        Members.Replace(declaration, declaration.Replace("new object()", "{|BOLT1001:new object()|}", StringComparison.Ordinal), StringComparison.Ordinal),
        "bolt_hot_members = " + members,
        []);

    [Fact]
    public Task A_whole_hot_type_is_in_scope() =>
        Verify.Analyzer(Members.Replace("new object()", "{|BOLT1001:new object()|}", StringComparison.Ordinal), "bolt_hot_members = App.Service", []);

    [Fact]
    public Task Hot_members_mean_nothing_in_scope_attributed() =>
        Verify.Analyzer(Members, "bolt_allocation_scope = attributed\nbolt_hot_members = App.Service", []);

    private const string LogCalls =
        """
        static partial class Log
        {
            [LogEvent(LogLevel.Information, "{text}")]
            public static partial void Said(ILogger logger, string text);
        }

        class C(ILogger logger)
        {
            void Run(int id)
            {
                Log.Said(logger, {|BOLT1102:$"id {id}"|});
                Log.Said(logger, id > 3 ? "a" : "b");
                var unscoped = new object();
            }
        }
        """;

    [Fact]
    public Task The_arguments_of_log_calls_are_hot() => Verify.Analyzer(LogCalls);

    [Fact]
    public Task The_arguments_of_log_calls_are_not_attributed() =>
        Verify.Analyzer(LogCalls.Replace("{|BOLT1102:$\"id {id}\"|}", "$\"id {id}\"", StringComparison.Ordinal), "bolt_allocation_scope = attributed", []);

    private const string Convertible =
        """
        class C(ILogger logger)
        {
            void Run(int id)
            {
                logger.LogInformation("User {Id} {Made}", id, {|BOLT1001:new object()|});
                System.Threading.Tasks.Task.Run(() => logger.LogInformation("User {Id}", id));
            }
        }
        """;

    [Fact]
    public Task What_the_conversion_of_a_log_call_removes_is_folded_into_it() => Verify.Analyzer(Convertible);

    [Fact]
    public Task Where_the_conversion_is_silent_the_allocations_are_not() => Verify.Analyzer(
        Convertible
            .Replace("logger.LogInformation(\"User {Id} {Made}\", id, {|BOLT1001:new object()|})", "{|BOLT1401:logger.LogInformation(\"User {Id} {Made}\", {|BOLT1301:id|}, {|BOLT1001:new object()|})|}", StringComparison.Ordinal)
            .Replace("logger.LogInformation(\"User {Id}\", id)", "{|BOLT1401:logger.LogInformation(\"User {Id}\", {|BOLT1301:id|})|}", StringComparison.Ordinal),
        "dotnet_diagnostic.BOLT2001.severity = none",
        []);

    [Fact]
    public Task Initialisers_are_under_the_contract_of_a_constructor() => Verify.Analyzer(
        """
        class A { object made = {|BOLT1001:new object()|}; [ZeroAlloc] public A() { } }
        [ZeroAlloc] class B { object Made { get; } = {|BOLT1001:new object()|}; }
        class C { object made = new object(); [ZeroAlloc] void Run() { } }
        """);

    [Fact]
    public Task The_nearest_contract_wins() => Verify.Analyzer(
        """
        [assembly: ZeroAlloc]

        class A
        {
            object Run() => {|BOLT1001:new object()|};
            [AllowAllocation("a")] object Excused() => new object();
            object Made { [AllowAllocation("b")] get => new object(); }

            void Functions()
            {
                Local();
                [AllowAllocation("c")] static object Local() => new object();
            }
        }

        [AllowAllocation("d")] class B { object Run() => new object(); [ZeroAlloc] object Held() => {|BOLT1001:new object()|}; }
        """);

    [Fact]
    public Task Functions_have_contracts_of_their_own() => Verify.Analyzer(
        """
        class A
        {
            void Run()
            {
                var unscoped = new object();
                Local();
                Func<object> lambda = [ZeroAlloc] static () => {|BOLT1001:new object()|};
                [ZeroAlloc] static object Local() => {|BOLT1001:new object()|};
            }
        }
        """);

    [Fact]
    public Task Either_part_of_a_partial_member_carries_the_contract() => Verify.Analyzer(
        """
        partial class A
        {
            [ZeroAlloc] private partial object Declared();
            private partial object Implemented();
            public partial object Made { get; }
        }

        partial class A
        {
            private partial object Declared() => {|BOLT1001:new object()|};
            [ZeroAlloc] private partial object Implemented() => {|BOLT1001:new object()|};
            [ZeroAlloc] public partial object Made => {|BOLT1001:new object()|};
        }
        """);
}
