using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0009Tests : UsageRuleTests
{
    protected override string Message =>
        "The message template is malformed: '{' is not closed; write '{{' for a brace";

    protected override string Violation =>
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Parsed {|BOLT0009:{|} in {Path}")]
            public static partial void Parsed(ILogger logger, string path);
        }
        """";

    [Fact]
    public Task Doubled_braces_formats_and_alignments_are_silent() => Verify.Analyzer(
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{{{Path,-20:x}}} }} {{")]
            public static partial void Parsed(ILogger logger, string path);
        }
        """");

    [Fact]
    public Task The_place_is_exact_in_every_kind_of_literal() => Verify.Analyzer(
        """"
        public static partial class Log
        {
            private const string Prefix = "a";

            [LogEvent(LogLevel.Information, "\u00e4\t{|BOLT0009:{}|}")]
            public static partial void Escaped(ILogger logger);

            [LogEvent(LogLevel.Information, @"""{|BOLT0009:}|}")]
            public static partial void Verbatim(ILogger logger);

            [LogEvent(LogLevel.Information, "a" + "b {|BOLT0009:{ }|}")]
            public static partial void Sum(ILogger logger);

            [LogEvent(message: "{|BOLT0009:{|}", level: LogLevel.Information)]
            public static partial void Named(ILogger logger);

            [LogEvent(LogLevel.Information, {|BOLT0009:Prefix + "{"|})]
            public static partial void Constant(ILogger logger);
        }
        """");

    [Fact]
    public Task The_fix_doubles_the_braces() => Verify.Fix<EscapeBraceCodeFix>(
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Parsed {|BOLT0009:{|} in {Path}")]
            public static partial void Parsed(ILogger logger, string path);

            [LogEvent(LogLevel.Information, @"""a"" {|BOLT0009:}|}")]
            public static partial void Closed(ILogger logger);

            [LogEvent(LogLevel.Information, "{|BOLT0009:{}|}")]
            public static partial void Empty(ILogger logger);

            [LogEvent(LogLevel.Information, "{|BOLT0009:{Path,wide}|}")]
            public static partial void Aligned(ILogger logger, string path);
        }
        """",
        """"
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Parsed {{ in {Path}")]
            public static partial void Parsed(ILogger logger, string path);

            [LogEvent(LogLevel.Information, @"""a"" }}")]
            public static partial void Closed(ILogger logger);

            [LogEvent(LogLevel.Information, "{{}}")]
            public static partial void Empty(ILogger logger);

            [LogEvent(LogLevel.Information, "{{Path,wide}}")]
            public static partial void Aligned(ILogger logger, string path);
        }
        """");

    [Fact]
    public Task A_template_that_is_no_literal_is_not_changed() => Verify.NoFix<EscapeBraceCodeFix>(
        """"
        public static partial class Log
        {
            private const string Template = "{";

            [LogEvent(LogLevel.Information, {|BOLT0009:Template|})]
            public static partial void Constant(ILogger logger);
        }
        """");
}
