using Bolt.Provider.Tests.Conformance;
using Bolt.Provider.Tests.Subjects;
using Xunit.Sdk;

namespace Bolt.Provider.Tests;

/// <summary>Every rule on every subject: Bolt keeps all; of the others it is known which they break, and why.</summary>
public sealed class ConformanceTests
{
    /// <summary>What Microsoft.Extensions.Logging throws into the caller when a provider throws.</summary>
    private const string LoggerFailure = "An error occurred while writing to logger(s).";

    private static readonly IReadOnlyList<ConformanceSubject> s_subjects = SubjectList.Of(typeof(ConformanceTests).Assembly);

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (ConformanceSubject subject in s_subjects)
            {
                foreach (ConformanceRule rule in RuleBook.All)
                    cases.Add(subject.Name, rule.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_subject_keeps_a_rule_unless_it_is_known_to_break_it(string subject, string rule)
    {
        ConformanceRule tested = RuleBook.Named(rule);
        Exception? failure = await tested.Check(s_subjects.Single(candidate => candidate.Name == subject));
        string? remark = KnownFailures.Of(subject, rule);
        if (remark is null)
        {
            Assert.True(failure is null, $"{subject} breaks the rule: {tested.Requirement}\n{failure}");
            return;
        }

        Assert.True(
            failure is not null,
            $"{subject} keeps the rule, but KnownFailures says that it breaks it: \"{remark}\". Take that out, and write the page again with BOLT_ACCEPT=1.");

        // Anything else is a mistake in the suite, not in the provider: a failure must not be known for the wrong reason.
        Assert.True(failure is IAssertionException || failure.Message.StartsWith(LoggerFailure, StringComparison.Ordinal), failure.ToString());
    }

    [Fact]
    public void What_is_known_is_about_rules_and_subjects_that_exist()
    {
        Assert.All(KnownFailures.All, known =>
        {
            Assert.Contains(s_subjects, subject => subject.Name == known.Subject);
            Assert.Contains(RuleBook.All, rule => rule.Name == known.Rule);
        });
    }

    [Fact]
    public void Bolt_is_not_known_to_break_any() => Assert.DoesNotContain(KnownFailures.All, known => known.Subject.StartsWith("Bolt", StringComparison.Ordinal));
}
