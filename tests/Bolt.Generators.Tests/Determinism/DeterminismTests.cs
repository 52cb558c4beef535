using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Generators.Tests.Determinism;

public sealed class DeterminismTests
{
    private static readonly string[] s_sources =
    [
        .. Enumerable.Range(0, 12).Select(i => $$"""
            namespace N{{i % 3}}
            {
                internal static partial class Log
                {
                    [LogEvent(LogLevel.Information, "I{{i}} {İd} {x,5:N2}", EventId = -{{i}})]
                    internal static partial void Written{{(char)('A' + ((i * 7) % 12))}}(ILogger logger, int İd, double x, DayOfWeek day, [LogFields] Item item);

                    [LogEvent(LogLevel.Information)]
                    internal static partial void Overloaded(ILogger logger, {{new[] { "int", "string", "long", "Guid", "DateTime", "byte", "char", "float", "double", "decimal", "bool", "short" }[i]}} value);
                }

                internal sealed record Item{{(i < 3 ? "" : i)}}(string Title, int Index);
            }
            """),
    ];

    [Fact]
    public void Fresh_drivers_write_the_same_bytes() =>
        Assert.Equal(Driver.Sources(Driver.Run(Driver.Compile(s_sources))), Driver.Sources(Driver.Run(Driver.Compile(s_sources))));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_files_does_not_matter(int seed)
    {
        CSharpCompilation compilation = Driver.Compile(s_sources);
        SyntaxTree[] trees = [.. compilation.SyntaxTrees];
        new Random(seed).Shuffle(trees);
        Assert.Equal(Driver.Sources(Driver.Run(compilation)), Driver.Sources(Driver.Run(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees))));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void The_culture_does_not_matter(string culture)
    {
        SortedDictionary<string, string> invariant = Driver.Sources(Driver.Run(Driver.Compile(s_sources)));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // As custom data: the machine may have no data for the culture, and then its own minus sign would not be tried.
            var custom = (CultureInfo)CultureInfo.GetCultureInfo(culture).Clone();
            custom.NumberFormat.NegativeSign = "−";
            CultureInfo.CurrentCulture = custom;
            Assert.Equal(invariant, Driver.Sources(Driver.Run(Driver.Compile(s_sources))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lines_end_with_a_line_feed_only()
    {
        SortedDictionary<string, string> sources = Driver.Sources(Driver.Run(Driver.Compile(s_sources.Select(s => s.ReplaceLineEndings("\r\n")))));
        Assert.NotEmpty(sources);
        Assert.All(sources.Values, text => Assert.DoesNotContain('\r', text));
        Assert.All(sources.Values, text => Assert.EndsWith("}\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Types_whose_names_differ_in_case_only_get_files_of_their_own()
    {
        const string Source = """
            internal static partial class {0} {{ [LogEvent(LogLevel.Information)] internal static partial void M(ILogger logger); }}
            """;
        SortedDictionary<string, string> sources = Driver.Sources(Driver.Run(Driver.Compile(
            string.Format(CultureInfo.InvariantCulture, Source, "Log"),
            string.Format(CultureInfo.InvariantCulture, Source, "LOG"),
            string.Format(CultureInfo.InvariantCulture, Source, "Log<T>"),
            string.Format(CultureInfo.InvariantCulture, Source, "L" + new string('o', 300)))));
        Assert.Equal(4, sources.Count);
        Assert.Equal(4, sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(sources.Keys, hint => Assert.True(hint.Length < 120, hint));
    }
}
