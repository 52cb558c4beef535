using Basic.Reference.Assemblies;
using Bolt.Analyzers.Tests.Testing;
using Bolt.Analyzers.Usage;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

/// <summary>What is not of one rule: what the analyzer looks at, and what it leaves alone.</summary>
public sealed class LogEventUsageAnalyzerTests
{
    [Fact]
    public Task An_attribute_of_the_same_name_from_elsewhere_is_not_Bolts() => Verify.Analyzer(
        """
        namespace Other
        {
            public sealed class LogEventAttribute : Attribute;

            public static class Log
            {
                [LogEvent]
                public static int Started() => 0;

                public static void Outer()
                {
                    [LogEvent]
                    static void Local() { }

                    Local();
                }
            }
        }
        """);

    [Fact]
    public async Task Without_Bolt_in_the_compilation_nothing_is_reported()
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText(
                """
                namespace Other
                {
                    public sealed class LogEventAttribute : System.Attribute;
                }

                public static class Log
                {
                    [Other.LogEvent]
                    public static int Started() => 0;
                }
                """)],
            Net100.References.All);
        Assert.Empty(await compilation.WithAnalyzers([new LogEventUsageAnalyzer()]).GetAnalyzerDiagnosticsAsync());
    }

    [Fact]
    public Task The_attribute_is_found_under_every_spelling() => Verify.Analyzer(
        """
        using Event = Bolt.LogEventAttribute;

        public static partial class Log
        {
            [Event(LogLevel.Information)]
            public static partial void {|BOLT0004:Aliased|}();

            [Bolt.LogEvent(LogLevel.Information)]
            public static partial void {|BOLT0004:Qualified|}();

            [global::Bolt.LogEventAttribute(LogLevel.Information)]
            public static partial void {|BOLT0004:Full|}();

            [method: Obsolete, LogEvent(LogLevel.Information)]
            public static partial void {|BOLT0004:Targeted|}();
        }
        """);

    [Fact]
    public Task Several_mistakes_in_one_declaration_are_all_reported() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent("{|BOLT0006:{Name}|}", SampleEvery = {|BOLT0020:-1|})]
            public static partial {|BOLT0003:bool|} {|BOLT0004:{|BOLT0010:Started|}|}(string {|BOLT0008:level|}, [LogFields] int {|BOLT0021:count|});
        }
        """);

    [Fact]
    public Task A_file_marked_as_generated_is_left_alone() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void Started();
        }
        """,
        "generated_code = true",
        []);

    [Fact]
    public async Task A_file_with_a_generated_name_is_left_alone()
    {
        var compilation = TestCompilation.Create(
            """
            public static partial class Log
            {
                [LogEvent(LogLevel.Information)]
                public static partial void Started();
            }
            """,
            path: "Log.g.cs");
        Assert.Empty(await compilation.WithAnalyzers([new LogEventUsageAnalyzer()]).GetAnalyzerDiagnosticsAsync());
    }

    [Fact]
    public Task Code_that_does_not_compile_yet_is_no_reason_to_fail() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, {|CS0103:missing|})]
            public static partial void Started(ILogger logger, {|CS0246:Missing|} value, int {|CS1001:)|};
        }
        """);

    [Fact]
    public async Task An_editor_sees_the_diagnostics_of_one_file()
    {
        var compilation = TestCompilation.Create(
            """
            public static partial class Log
            {
                [LogEvent(LogLevel.Information)]
                public static partial void Started();
            }
            """);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees.First());
        var diagnostics = await compilation
            .WithAnalyzers([new LogEventUsageAnalyzer()])
            .GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None);
        Assert.Equal(RuleIds.NoLogger, Assert.Single(diagnostics).Id);
    }
}
