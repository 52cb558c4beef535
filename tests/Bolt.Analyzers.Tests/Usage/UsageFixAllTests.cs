using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

/// <summary>Fix-all beyond one file. (Within one file, each rule's tests show it.)</summary>
public sealed class UsageFixAllTests
{
    [Fact]
    public Task A_fix_all_reaches_every_file_of_the_project() => Verify.Fix<MakeVoidCodeFix>(
        [Log("A", "{|BOLT0003:int|}"), Log("B", "{|BOLT0003:string|}"), Log("C", "void")],
        [Log("A", "void"), Log("B", "void"), Log("C", "void")]);

    [Fact]
    public Task Types_around_several_methods_are_made_partial_once() => Verify.Fix<RemoveBodyCodeFix>(
        """
        public class Outer
        {
            public class First
            {
                [LogEvent(LogLevel.Information)]
                public static void {|BOLT0002:A|}(ILogger logger) { }

                [LogEvent(LogLevel.Information)]
                public static void {|BOLT0002:B|}(ILogger logger) { }
            }

            public class Second
            {
                [LogEvent(LogLevel.Information)]
                public static void {|BOLT0002:C|}(ILogger logger) { }
            }
        }
        """,
        """
        public partial class Outer
        {
            public partial class First
            {
                [LogEvent(LogLevel.Information)]
                public static partial void A(ILogger logger);

                [LogEvent(LogLevel.Information)]
                public static partial void B(ILogger logger);
            }

            public partial class Second
            {
                [LogEvent(LogLevel.Information)]
                public static partial void C(ILogger logger);
            }
        }
        """);

    private static string Log(string name, string type) =>
        $$"""
        public static partial class {{name}}
        {
            [LogEvent(LogLevel.Information)]
            public static partial {{type}} Started(ILogger logger);
        }
        """;
}
