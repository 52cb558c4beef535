using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Generators.Tests.LanguageVersions;

public sealed class LanguageVersionTests
{
    private const string Source = """
        namespace Shop;

        public enum Color { Red, Green }
        [Flags] public enum Access : byte { None, Read, Write }
        public record Address(string Street, [Sensitive(Redaction.Last4)] string Door, Address? Other);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{id} {ip} {color} {access} {price:N2} {tags} {address}")]
            public static partial void Everything(ILogger? logger, int id, string? ip, Color? color, Access access, decimal price, List<string> tags,
                IEnumerable<int> numbers, Dictionary<Color, int> counts, scoped ReadOnlySpan<char> text, scoped Span<byte> utf8, in Guid guid,
                [LogFields] Address address, [LogFields(Flatten = true)] Address flat, dynamic? anything, (int A, string B) tuple, Exception? exception = null);
        }

        public partial class Service(ILogger<Service> logger)
        {
            [LogEvent("{x}")]
            private partial void Write<T>(LogLevel level, T x, [CallerLineNumber] int line = 0) where T : struct, IUtf8SpanFormattable;
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void Generated_code_compiles_cleanly(LanguageVersion version)
    {
        // Roslyn 4.14, which the tests run on, knows C# 14 as the preview; Bolt.Generated.Tests compiles as C# 14.
        Assert.Equal(2, Driver.RunCleanly(version, Source).Count);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp11)]
    public void An_older_language_gets_nothing(LanguageVersion version) => Assert.Empty(Driver.Sources(Driver.Run(Driver.Compile(version, Source))));
}
