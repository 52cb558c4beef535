using Bolt.Analyzers.Tests.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0018Tests : UsageRuleTests
{
    protected override string Message =>
        "'cause' is a second exception, after 'failure'; pass it as the inner exception of the first, or pass what is of interest as a field";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Error, "Failed")]
            public static partial void Failed(ILogger logger, Exception failure, Exception {|BOLT0018:cause|});
        }
        """;

    [Fact]
    public Task One_exception_of_any_type_is_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Error, "Failed {failure}")]
            public static partial void Failed<T>(ILogger logger, T failure, string cause) where T : InvalidOperationException;
        }
        """);
}
