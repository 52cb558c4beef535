using System.Reflection;
using Bolt.Analyzers.Logging;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Logging;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bolt.Analyzers.Tests.Logging;

/// <summary>Log calls that a fix rewrote in their place, run beside what they were: the messages are the same.</summary>
public sealed class RewrittenCallTests
{
    [Fact]
    public async Task A_check_of_the_level_changes_no_message()
    {
        const string Calls =
            """
            public static class Program
            {
                public static void Run(ILogger logger)
                {
                    logger.LogDebug("Off {Text}", {|BOLT2003:Text(1)|});
                    logger.LogError("On {Text}", {|BOLT2003:Text(2)|});
                }

                private static string Text(int id) => "text " + id;
            }
            """;
        const string Fixed =
            """
            public static class Program
            {
                public static void Run(ILogger logger)
                {
                    if (logger.IsEnabled(LogLevel.Debug))
                    {
                        logger.LogDebug("Off {Text}", Text(1));
                    }
                    if (logger.IsEnabled(LogLevel.Error))
                    {
                        logger.LogError("On {Text}", Text(2));
                    }
                }

                private static string Text(int id) => "text " + id;
            }
            """;
        Assert.Equal(["Error: On text 2"], await Messages<CheckLevelCodeFix>(Calls, Fixed));
    }

    [Fact]
    public async Task An_exception_that_is_passed_leaves_the_message()
    {
        const string Calls =
            """
            #nullable enable
            #pragma warning disable BOLT2007
            public static class Program
            {
                public static void Run(ILogger logger)
                {
                    var error = new InvalidOperationException("broken");
                    logger.LogError("Failed", {|BOLT2005:error|});
                    logger.LogError("Failed: {Error} of {Id}", {|BOLT2005:error.Message|}, 1);
                    logger.LogError($"Failed: {{|BOLT2005:error.Message|}}");
                }
            }
            """;
        const string Fixed =
            """
            #nullable enable
            #pragma warning disable BOLT2007
            public static class Program
            {
                public static void Run(ILogger logger)
                {
                    var error = new InvalidOperationException("broken");
                    logger.LogError(error, "Failed");
                    logger.LogError(error, "Failed: {Error} of {Id}", error.Message, 1);
                    logger.LogError(error, $"Failed: {error.Message}");
                }
            }
            """;
        Assert.Equal(["Error: Failed", "Error: Failed: broken of 1", "Error: Failed: broken"], await Messages<PassExceptionCodeFix>(Calls, Fixed));
    }

    [Fact]
    public async Task A_template_that_is_made_constant_gives_the_same_message()
    {
        const string Calls =
            """
            public static class Program
            {
                public static void Run(ILogger logger)
                {
                    var (id, name, names) = (7, "a {b} c", new[] { "x", "y" });
                    logger.LogError({|BOLT2007:$"User {id,5:X4} is {name} {{x}}"|});
                    logger.LogError({|BOLT2007:"User " + id + " {x} " + name|});
                    logger.LogError({|BOLT2007:string.Format("{0} {{{1,-9}}}", id, name)|});
                    logger.LogError({|BOLT2007:name|});
                    logger.LogError({|BOLT2007:$"User {id} {{Name}}"|}, name);
                    logger.LogError({|BOLT2007:$"{id}{id} {names.Length}"|});
                }
            }
            """;
        const string Fixed =
            """
            public static class Program
            {
                public static void Run(ILogger logger)
                {
                    var (id, name, names) = (7, "a {b} c", new[] { "x", "y" });
                    logger.LogError("User {Id,5:X4} is {Name} {{x}}", id, name);
                    logger.LogError("User {Id} {{x}} {Name}", id, name);
                    logger.LogError("{Id} {{{Name,-9}}}", id, name);
                    logger.LogError("{Name}", name);
                    logger.LogError("User {Id} {Name}", id, name);
                    logger.LogError("{Id}{Id2} {NamesLength}", id, id, names.Length);
                }
            }
            """;
        Assert.Equal(
            ["Error: User  0007 is a {b} c {x}", "Error: User 7 {x} a {b} c", "Error: 7 {a {b} c  }", "Error: a {b} c", "Error: User 7 a {b} c", "Error: 77 2"],
            await Messages<ConstantTemplateCodeFix>(Calls, Fixed));
    }

    /// <summary>What both sides log.</summary>
    private static async Task<string[]> Messages<TFix>(string calls, string fixedCalls)
        where TFix : CodeFixProvider, new()
    {
        await Verify<LogCallQualityAnalyzer>.Fix<TFix>(calls, fixedCalls, editorConfig: "dotnet_diagnostic.BOLT2001.severity = none");
        var before = Run(BehaviourPreserved.WithoutMarks(calls));
        Assert.Equal(before, Run(fixedCalls));
        return before;
    }

    private static string[] Run(string source)
    {
        using var assembly = new MemoryStream();
        var result = TestCompilation.Create(source).Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        var logger = new Recorder();
        Assembly.Load(assembly.ToArray()).GetType("Program")!.GetMethod("Run")!.Invoke(null, [logger]);
        return [.. logger.Messages];
    }

    private sealed class Recorder : ILogger
    {
        public List<string> Messages { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Messages.Add(logLevel + ": " + formatter(state, exception));
        }
    }
}
