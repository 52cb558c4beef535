using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0004Tests : UsageRuleTests
{
    protected override string Message =>
        "'LoggedIn' has no logger, and 'Log' has none for it; add a parameter of type 'ILogger'";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {UserId}")]
            public static partial void {|BOLT0004:LoggedIn|}(int userId);
        }
        """;

    [Fact]
    public Task A_parameter_a_field_a_property_a_primary_constructor_and_a_base_class_are_silent() => Verify.Analyzer(
        """
        public partial class WithField
        {
            private readonly ILogger<WithField> _logger = null!;

            [LogEvent(LogLevel.Information, "Started")]
            public partial void Started();
        }

        public partial class WithProperty
        {
            protected ILogger? Logger { get; set; }

            [LogEvent(LogLevel.Information, "Started")]
            public partial void Started();
        }

        public partial class WithPrimaryConstructor(ILogger logger)
        {
            [LogEvent(LogLevel.Information, "Started")]
            public partial void Started();
        }

        public partial class Derived : WithProperty
        {
            [LogEvent(LogLevel.Information, "Stopped")]
            public partial void Stopped();
        }

        public partial class WithBoltLogger
        {
            [LogEvent(LogLevel.Information, "Started")]
            public static partial void Started(BoltLogger logger);
        }
        """);

    [Fact]
    public Task A_static_method_does_not_see_an_instance_field() => Verify.Analyzer(
        """
        public partial class Service
        {
            private readonly ILogger _logger = null!;

            [LogEvent(LogLevel.Information, "Started")]
            public static partial void {|BOLT0004:Started|}();
        }
        """);

    [Fact]
    public Task The_fix_adds_the_logger_first() => Verify.Fix<AddLoggerParameterCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {UserId}")]
            public static partial void {|BOLT0004:LoggedIn|}(int userId);

            [LogEvent(LogLevel.Information, "Started")]
            public static partial void {|BOLT0004:Started|}();

            [LogEvent(LogLevel.Information, "Stopped")]
            public static partial void {|BOLT0004:Stopped|}(this string name, string logger);

            [LogEvent(LogLevel.Information, "Moved")]
            public static partial void {|BOLT0004:Moved|}(
                int from,
                int to = 0);
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {UserId}")]
            public static partial void LoggedIn(ILogger logger, int userId);

            [LogEvent(LogLevel.Information, "Started")]
            public static partial void Started(ILogger logger);

            [LogEvent(LogLevel.Information, "Stopped")]
            public static partial void Stopped(this string name, ILogger logger2, string logger);

            [LogEvent(LogLevel.Information, "Moved")]
            public static partial void Moved(
                ILogger logger,
                int from,
                int to = 0);
        }
        """);
}
