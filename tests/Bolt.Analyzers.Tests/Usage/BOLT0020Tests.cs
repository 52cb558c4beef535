using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0020Tests : UsageRuleTests
{
    protected override string Message =>
        "SampleEvery = -1 is out of range; allowed: 0 or more";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Debug, "Ticked", SampleEvery = {|BOLT0020:-1|})]
            public static partial void Ticked(ILogger logger);
        }
        """;

    [Fact]
    public Task Values_in_range_are_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Critical, SampleEvery = 0, EventId = -5)]
            public static partial void Ticked(ILogger logger);
        }
        """);

    [Fact]
    public Task Sampling_that_says_two_things_is_reported() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Debug, SampleEvery = {|BOLT0020:10|}, SampleFirst = 5)]
            public static partial void Both(ILogger logger);

            [LogEvent(LogLevel.Debug, SampleThereafter = {|BOLT0020:5|})]
            public static partial void AfterNothing(ILogger logger);

            [LogEvent(LogLevel.Debug, SampleFirst = 1, SampleIntervalMilliseconds = {|BOLT0020:0|})]
            public static partial void NoInterval(ILogger logger);

            [LogEvent(LogLevel.Debug, SampleFirst = {|BOLT0020:-1|})]
            public static partial void Negative(ILogger logger);

            [LogEvent(LogLevel.Debug, SampleFirst = 5, SampleThereafter = 100, SampleIntervalMilliseconds = 86_400_000, SampleErrors = true)]
            public static partial void Right(ILogger logger);
        }
        """);

    [Fact]
    public Task A_level_that_is_none_is_reported() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent({|BOLT0020:LogLevel.None|})]
            public static partial void Ticked(ILogger logger);

            [LogEvent({|BOLT0020:(LogLevel)17|}, "Tocked")]
            public static partial void Tocked(ILogger logger);
        }
        """);

    [Fact]
    public Task The_fix_removes_the_argument() => Verify.Fix<RemoveInvalidValueCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Debug, "Ticked", SampleEvery = {|BOLT0020:-1|})]
            public static partial void Ticked(ILogger logger);

            [LogEvent(SampleEvery = {|BOLT0020:int.MinValue|})]
            public static partial void Tocked(ILogger logger, LogLevel level);
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Debug, "Ticked")]
            public static partial void Ticked(ILogger logger);

            [LogEvent]
            public static partial void Tocked(ILogger logger, LogLevel level);
        }
        """);

    [Fact]
    public Task A_level_out_of_range_has_no_fix() => Verify.NoFix<RemoveInvalidValueCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent({|BOLT0020:LogLevel.None|})]
            public static partial void Ticked(ILogger logger);
        }
        """);
}
