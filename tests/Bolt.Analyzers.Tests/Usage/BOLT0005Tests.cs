using Bolt.Analyzers.Tests.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0005Tests : UsageRuleTests
{
    protected override string Message =>
        "'Started' could log to '_logger' as well as to '_audit'; leave one of them, or add a parameter of type 'ILogger'";

    protected override string Violation =>
        """
        public partial class Service
        {
            private readonly ILogger _logger = null!;
            private readonly ILogger _audit = null!;

            [LogEvent(LogLevel.Information, "Started")]
            public partial void {|BOLT0005:Started|}();
        }
        """;

    [Fact]
    public Task The_second_of_two_parameters_is_reported() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void Started(ILogger logger, ILogger {|BOLT0005:audit|});
        }
        """);

    [Fact]
    public Task Loggers_of_different_ranks_are_silent() => Verify.Analyzer(
        """
        public partial class Service(ILogger primary)
        {
            private readonly ILogger _logger = primary;

            public ILogger Logger => _logger;

            [LogEvent(LogLevel.Information, "Started")]
            public partial void Started();

            [LogEvent(LogLevel.Information, "Stopped")]
            public partial void Stopped(ILogger audit);
        }
        """);
}
