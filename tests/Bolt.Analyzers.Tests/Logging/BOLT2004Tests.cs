using Bolt.Analyzers.Logging;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Logging;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Logging.UnmarkedSecretAnalyzer>;

namespace Bolt.Analyzers.Tests.Logging;

public sealed class BOLT2004Tests : RuleTests<UnmarkedSecretAnalyzer>
{
    protected override string Message =>
        "'password' is named like a secret and is logged in the clear; mark it [Sensitive], or [LogIgnore] a member nobody needs";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{User} logged in with {Password}")]
            public static partial void LoggedIn(ILogger logger, string user, string {|BOLT2004:password|});
        }
        """;

    [Theory]
    [InlineData("string userPassword")]
    [InlineData("string password2")]
    [InlineData("string pwd")]
    [InlineData("string api_key")]
    [InlineData("string APIKey")]
    [InlineData("string apikey")]
    [InlineData("Guid token")]
    [InlineData("string accessToken")]
    [InlineData("byte[] privateKeyBytes")]
    [InlineData("string authorizationHeader")]
    [InlineData("string pin")]
    [InlineData("int pinCode")]
    [InlineData("long? cardNumber")]
    [InlineData("int cvv")]
    [InlineData("string ssn")]
    [InlineData("string connectionString")]
    [InlineData("[LogName(\"password\")] string word")]
    public Task Names_of_secrets_are_read_word_by_word(string parameter) => Verify.Analyzer(
        "public static partial class Log\n{\n    [LogEvent(LogLevel.Information)]\n    public static partial void Event(ILogger logger, "
        + parameter[..(parameter.LastIndexOf(' ') + 1)] + "{|BOLT2004:" + parameter[(parameter.LastIndexOf(' ') + 1)..] + "|});\n}\n");

    [Theory]
    [InlineData("int tokenCount")]
    [InlineData("int passwordLength")]
    [InlineData("string passwordPolicy")]
    [InlineData("string tokenType")]
    [InlineData("string tokenizer")]
    [InlineData("string compassword")]
    [InlineData("string pinned")]
    [InlineData("string spin")]
    [InlineData("int pin")]
    [InlineData("int maxToken")]
    [InlineData("bool hasPassword")]
    [InlineData("DateTime token")]
    [InlineData("TimeSpan secret")]
    [InlineData("DayOfWeek secret")]
    [InlineData("System.Threading.CancellationToken token")]
    [InlineData("string continuationToken")]
    [InlineData("string key")]
    [InlineData("[Sensitive] string password")]
    [InlineData("[Sensitive(Redaction.Hash)] string password")]
    public Task Other_names_and_types_are_silent(string parameter) => Verify.Analyzer(
        "public static partial class Log\n{\n    [LogEvent(LogLevel.Information)]\n    public static partial void Event(ILogger logger, " + parameter + ");\n}\n");

    [Fact]
    public Task What_is_not_logged_is_silent() => Verify.Analyzer(
        """
        public class User
        {
            public string Password { get; set; } = "";
        }

        public static partial class Log
        {
            public static void LogIn(ILogger logger, string password) { }

            [LogEvent(LogLevel.Information)]
            public static partial void LoggedIn(ILogger logger, [LogFields] Account account);
        }

        public class Account
        {
            public string Name { get; set; } = "";
            [Sensitive] public string Password { get; set; } = "";
            [LogIgnore] public User? Owner { get; set; }
            [Sensitive] public User? Other { get; set; }
            internal string Token { get; set; } = "";
        }
        """);

    [Fact]
    public Task What_has_a_data_classification_is_silent() => Verify.Analyzer(
        """
        using Microsoft.Extensions.Compliance.Classification;

        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void LoggedIn(
                ILogger logger,
                [PrivateData] string password,
                [NoDataClassification] string token,
                [UnknownDataClassification] string secret,
                [PrivateData, LogFields] Credentials credentials,
                [LogFields] Account account,
                [Other] string {|BOLT2004:cookie|});
        }

        public sealed record Account([PrivateData] string Password, [property: NoDataClassification] string Token, [PrivateData] Credentials Credentials);

        public sealed record Credentials(string Password);

        public sealed class PrivateDataAttribute() : DataClassificationAttribute(new("Shop", "Private"));

        public sealed class OtherAttribute : Attribute;
        """);

    [Fact]
    public Task The_fix_marks_parameters() => Verify.Fix<MarkSensitiveCodeFix>(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{User} logged in")]
            public static partial void LoggedIn(ILogger logger, string user, string {|BOLT2004:password|});

            [LogEvent(LogLevel.Information, "Called")]
            public static partial void Called(
                ILogger logger,
                // What the caller sent.
                [LogName("auth")] string {|BOLT2004:authorization|},
                string {|BOLT2004:cookie|});
        }
        """,
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{User} logged in")]
            public static partial void LoggedIn(ILogger logger, string user, [Sensitive] string password);

            [LogEvent(LogLevel.Information, "Called")]
            public static partial void Called(
                ILogger logger,
                // What the caller sent.
                [Sensitive][LogName("auth")] string authorization,
                [Sensitive] string cookie);
        }
        """);

    [Fact]
    public Task The_fix_marks_members_where_they_are_declared() => Verify.Fix<MarkSensitiveCodeFix>(
        [
            """
            namespace Shop;

            public static partial class Log
            {
                [LogEvent(LogLevel.Information)]
                public static partial void LoggedIn(ILogger logger, [LogFields] Account {|BOLT2004:{|BOLT2004:account|}|});

                [LogEvent(LogLevel.Information)]
                public static partial void LoggedOut(ILogger logger, [LogFields] List<Login> {|BOLT2004:logins|});
            }
            """,
            """
            namespace Shop;

            public class Account
            {
                public string Name { get; set; } = "";

                /// <summary>Its password.</summary>
                public string Password { get; set; } = "";

                public Login Login { get; set; } = new("", "");
            }

            public record Login(string User, string ApiKey);
            """,
        ],
        [
            """
            namespace Shop;

            public static partial class Log
            {
                [LogEvent(LogLevel.Information)]
                public static partial void LoggedIn(ILogger logger, [LogFields] Account account);

                [LogEvent(LogLevel.Information)]
                public static partial void LoggedOut(ILogger logger, [LogFields] List<Login> logins);
            }
            """,
            """
            namespace Shop;

            public class Account
            {
                public string Name { get; set; } = "";

                /// <summary>Its password.</summary>
                [Sensitive]
                public string Password { get; set; } = "";

                public Login Login { get; set; } = new("", "");
            }

            public record Login(string User, [Sensitive] string ApiKey);
            """,
        ],
        iterations: 2);
}
