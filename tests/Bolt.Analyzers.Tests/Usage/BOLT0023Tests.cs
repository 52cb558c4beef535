using Bolt.Analyzers.Tests.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0023Tests : UsageRuleTests
{
    private const string Attribute =
        """

        public class PrivateDataAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new("Shop", "Private"));
        """;

    protected override string Message =>
        "'address' has [Sensitive] and a data classification, which redact it in two ways; remove one of the two";

    protected override string Violation =>
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Mail to {Address}")]
            public static partial void MailSent(ILogger logger, [Sensitive(Redaction.Last4), PrivateData] string {|BOLT0023:address|});
        }
        """ + Attribute;

    [Fact]
    public Task A_member_is_reported_where_it_is_logged() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LogEvent(LogLevel.Information)]
            public static partial void Nested(ILogger logger, [LogFields] Account {|BOLT0023:account|}, [LogFields] Account again);

            [LogEvent(LogLevel.Information)]
            public static partial void Lifted(ILogger logger, [LogFields(Flatten = true)] Login {|BOLT0023:login|});
        }

        public sealed record Account(string Name, List<Login> Logins);

        public sealed record Login([Sensitive, VeryPrivate] string Password);

        public sealed class VeryPrivateAttribute : PrivateDataAttribute;
        """ + Attribute);

    [Fact]
    public Task One_of_the_two_and_what_is_not_written_are_silent() => Verify.Analyzer(
        """
        using Microsoft.Extensions.Compliance.Classification;

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Mail to {Address} and {Other}")]
            public static partial void MailSent(
                ILogger logger,
                [PrivateData] string address,
                [Sensitive] string other,
                [Sensitive(Redaction.Omit), PrivateData] string omitted,
                [Sensitive, NoDataClassification] string none,
                [Sensitive, Mine.PrivateData] string namesake,
                [LogFields] Account account);
        }

        public sealed record Account([LogIgnore, Sensitive, PrivateData] string Ignored, [Sensitive(Redaction.Omit), PrivateData] string Omitted, string Name);

        namespace Mine
        {
            public sealed class PrivateDataAttribute : DataClassificationAttribute;

            public class DataClassificationAttribute : Attribute;
        }
        """ + Attribute);
}
