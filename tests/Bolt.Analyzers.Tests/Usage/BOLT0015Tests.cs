using Bolt.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0015Tests : UsageRuleTests
{
    protected override LanguageVersion Language => LanguageVersion.CSharp11;

    protected override string Message =>
        "The project is compiled as C# 11.0, but the code that Bolt writes needs C# 12 or later; raise <LangVersion>";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void {|CS8795:{|BOLT0015:Started|}|}(ILogger logger);
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public Task A_newer_language_is_silent(LanguageVersion language) => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void Started(ILogger logger);
        }
        """,
        editorConfig: null,
        [],
        language);
}
