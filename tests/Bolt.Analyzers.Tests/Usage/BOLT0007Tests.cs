using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Usage;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0007Tests : UsageRuleTests
{
    protected override string Message =>
        "'target' would be written under the key 'id', which 'id' has already; give one of them another key with [LogName]";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Moved")]
            public static partial void Moved(ILogger logger, int id, [LogName("id")] int {|BOLT0007:target|});
        }
        """;

    [Fact]
    public Task Keys_in_another_case_and_ignored_duplicates_are_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{Id}")]
            public static partial void Moved(ILogger logger, int Id, int id, [LogName("ID")] int target, [Sensitive(Redaction.Omit), LogName("id")] int omitted);
        }
        """);

    [Fact]
    public Task The_fix_gives_the_second_parameter_another_key() => Verify.Fix<GiveKeyCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Moved")]
            public static partial void Moved(ILogger logger, int id, [LogName("id")] int {|BOLT0007:target|}, [LogName("id")] int {|BOLT0007:source|}, int id3);

            [LogEvent(LogLevel.Information, "{UserId}")]
            public static partial void LoggedIn(ILogger logger, [LogName("UserId")] string name, int {|BOLT0007:userId|});
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Moved")]
            public static partial void Moved(ILogger logger, int id, [LogName("id2")] int target, [LogName("id4")] int source, int id3);

            [LogEvent(LogLevel.Information, "{UserId}")]
            public static partial void LoggedIn(ILogger logger, [LogName("UserId")] string name, [LogName("UserId2")] int userId);
        }
        """);

    [Fact]
    public Task A_lifted_member_is_left_to_its_owner() => Verify.NoFix<GiveKeyCodeFix>(
        """
        public sealed record Order(int Id);

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Placed")]
            public static partial void Placed(ILogger logger, int Id, [LogFields(Flatten = true)] Order {|BOLT0007:order|});
        }
        """);

    [Fact]
    public Task The_keys_that_a_naming_policy_makes_are_compared() => Verify.Fix<GiveKeyCodeFix>(
        """
        [assembly: LogNaming(FieldNaming.SnakeCase)]

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Moved")]
            public static partial void Moved(ILogger logger, int userId, int {|BOLT0007:user_id|});
        }
        """,
        """
        [assembly: LogNaming(FieldNaming.SnakeCase)]

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Moved")]
            public static partial void Moved(ILogger logger, int userId, [LogName("user_id2")] int user_id);
        }
        """);
}
