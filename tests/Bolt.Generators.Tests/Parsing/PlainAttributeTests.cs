using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Generators.Tests.Parsing;

/// <summary>
/// Attributes that are read from the syntax say what the compiler would say of them. Each declaration is generated twice: beside a method that
/// stands for it, and in a way that only the compiler can read.
/// </summary>
public sealed class PlainAttributeTests
{
    [Theory]
    [InlineData("LogLevel.Trace")]
    [InlineData("LogLevel.Debug, \"a {x}\"")]
    [InlineData("LogLevel.Information, \"a \\u00e9 {x}\\n\"")]
    [InlineData("LogLevel.Warning, @\"a \"\"b\"\" {x}\"")]
    [InlineData("LogLevel.Error, \"\"\"raw \"text\" {x}\"\"\"")]
    [InlineData("LogLevel.Critical, \"a\", EventId = 7")]
    [InlineData("LogLevel.Information, \"a\", EventId = 0")]
    [InlineData("LogLevel.Information, \"a\", EventId = 0x10, EventName = \"Named\"")]
    [InlineData("LogLevel.Information, EventName = \"bad\\u0001name\"")]
    [InlineData("LogLevel.Information, \"a {y}\"")]
    [InlineData("LogLevel.Information, \"a {x\"")]
    [InlineData("LogLevel.Information, \"a\", SkipEnabledCheck = true, SampleEvery = 10")]
    public void A_plain_attribute_says_what_the_compiler_says(string arguments)
    {
        Assert.NotNull(PlainAttribute.Of(Method($"[LogEvent({arguments})] static partial void M(ILogger l, int x);")));
        Assert.Equal(Generated("LogEventAttribute", arguments), Generated("LogEvent", arguments));
    }

    [Theory]
    [InlineData("[LogEvent] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(\"a\")] static partial void M(ILogger l, LogLevel level);")]
    [InlineData("[LogEvent(SampleEvery = 10)] static partial void M(ILogger l, LogLevel level);")]
    [InlineData("[LogEvent(LogLevel.None)] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Verbose)] static partial void M(ILogger l);")]
    [InlineData("[LogEvent((LogLevel)2)] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(Level)] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information, Text)] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information, \"a\" + \"b\")] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information, \"a\"u8)] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information, null)] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information, message: \"a\")] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information, \"a\", \"b\")] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information, EventId = -1)] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information, EventId = 1L)] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information, EventId = 1, EventId = 2)] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information, Other = 1)] static partial void M(ILogger l);")]
    [InlineData("[LogEventAttribute(LogLevel.Information)] static partial void M(ILogger l);")]
    [InlineData("[Bolt.LogEvent(LogLevel.Information)] static partial void M(ILogger l);")]
    [InlineData("[method: LogEvent(LogLevel.Information)] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information)][Obsolete] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information), Obsolete] static partial void M(ILogger l);")]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M<LogLevel>(ILogger l);")]
    public void Anything_else_is_left_to_the_compiler(string method) => Assert.Null(PlainAttribute.Of(Method(method)));

    [Fact]
    public void Another_attribute_of_the_same_name_is_none() => Assert.Empty(Driver.Sources(Driver.Run(Driver.Compile("""
        namespace Shop
        {
            internal sealed class LogEventAttribute(LogLevel level, string message) : Attribute;

            internal static partial class Log
            {
                [LogEvent(LogLevel.Information, "a")]
                internal static partial void First(ILogger logger);

                [LogEvent(LogLevel.Information, "b")]
                internal static partial void Second(ILogger logger);
            }
        }
        """))));

    [Fact]
    public void Another_meaning_of_LogLevel_is_the_compilers_to_tell()
    {
        const string Methods = """
            internal static partial class Log
            {
                private static class LogLevel
                {
                    public const Microsoft.Extensions.Logging.LogLevel Information = Microsoft.Extensions.Logging.LogLevel.Information;
                    public const Microsoft.Extensions.Logging.LogLevel Warning = Microsoft.Extensions.Logging.LogLevel.Critical;
                }

                [LogEvent(LogLevel.Information, "a")]
                internal static partial void First(ILogger logger);

                [LogEvent(LogLevel.Warning, "b")]
                internal static partial void Second(ILogger logger);
            }
            """;
        Assert.Equal(
            Driver.RunCleanly(LanguageVersion.CSharp13, Methods.Replace("[LogEvent(", "[LogEventAttribute(", StringComparison.Ordinal)),
            Driver.RunCleanly(LanguageVersion.CSharp13, Methods));
    }

    [Fact]
    public void Each_part_of_a_type_has_a_method_that_stands_for_it()
    {
        const string Part = """
            namespace Shop
            {
                internal static partial class Log
                {
                    internal static int OtherNAME() => 1;

                    [LogEvent(LogLevel.Information, "NAME of {x}")]
                    internal static partial void NAME1(ILogger logger, int x);

                    [LogEvent(LogLevel.Information, Text)]
                    internal static partial void NAME2(ILogger logger, int x);

                    [LogEvent(LogLevel.Information, "NAME of {x}")]
                    internal static partial void NAME3(ILogger logger, int x);
                }
            }
            """;
        string text = Assert.Single(Driver.RunCleanly(
            LanguageVersion.CSharp13,
            Part.Replace("NAME", "A", StringComparison.Ordinal),
            Part.Replace("NAME", "B", StringComparison.Ordinal),
            "namespace Shop { internal static partial class Log { private const string Text = \"constant\"; } }")).Value;
        foreach (string name in new[] { "A1", "A2", "A3", "B1", "B2", "B3" })
            Assert.Contains($"partial void {name}(", text, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, string> Generated(string attribute, string arguments) => Driver.Sources(Driver.Run(Driver.Compile($$"""
        internal static partial class Log
        {
            [{{attribute}}(LogLevel.Information)]
            internal static partial void First(ILogger logger);

            [{{attribute}}({{arguments}})]
            internal static partial void M(ILogger logger, int x);
        }
        """)));

    private static MethodDeclarationSyntax Method(string source) =>
        CSharpSyntaxTree.ParseText($"partial class C {{ {source} }}").GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
}
