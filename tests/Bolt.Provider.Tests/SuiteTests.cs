using Bolt.Provider.Tests.Conformance;
using Bolt.Provider.Tests.Conformance.Rules;
using Bolt.Provider.Tests.Subjects;
using Bolt.Tests.Shared;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests;

/// <summary>The suite itself: that its rules can be broken.</summary>
public sealed class SuiteTests
{
    /// <summary>What a provider that writes nothing keeps: rules on what is not written, not thrown, not called.</summary>
    private static readonly string[] s_keptBySilence =
    [
        nameof(LevelRules.None_is_never_written),
        nameof(LevelRules.What_is_written_is_enabled),
        nameof(MessageRules.The_formatter_is_not_called_when_disabled),
        nameof(ArgumentRules.Too_few_arguments_do_not_throw),
        nameof(ArgumentRules.A_throwing_value_does_not_throw),
        nameof(ArgumentRules.A_throwing_formatter_does_not_throw),
        nameof(ExceptionRules.A_throwing_message_does_not_throw),
        nameof(ExceptionRules.A_throwing_ToString_does_not_throw),
        nameof(FilterRules.None_as_a_filter_writes_nothing),
        nameof(ProviderRules.A_logger_by_itself_refuses_None),
        nameof(LifetimeRules.Nothing_logged_is_nothing_written),
    ];

    public static TheoryData<string> Names
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (ConformanceRule rule in RuleBook.All)
                names.Add(rule.Name);

            return names;
        }
    }

    [Fact]
    public void A_rules_name_is_its_own() => Assert.Equal(RuleBook.All.Count, RuleBook.All.Select(rule => rule.Name).Distinct(StringComparer.Ordinal).Count());

    /// <summary>It is to be copied: see docs/conformance.md.</summary>
    [Fact]
    public void The_suite_needs_nothing_of_Bolts()
    {
        Assert.All(Directory.EnumerateFiles(Repository.PathOf("tests", "Bolt.Provider.Tests", "Conformance"), "*.cs", SearchOption.AllDirectories), file =>
        {
            foreach (string line in File.ReadLines(file))
            {
                bool namesBolt = line.Contains("Bolt", StringComparison.Ordinal);
                Assert.True(!namesBolt || line.Contains("Bolt.Provider.Tests.Conformance", StringComparison.Ordinal), $"{file}: {line}");
            }
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_provider_that_writes_nothing_breaks_a_rule_unless_it_is_about_silence(string rule)
    {
        Exception? failure = await RuleBook.Named(rule).Check(new FaultySubject(Fault.Silent));
        Assert.Equal(s_keptBySilence.Contains(rule), failure is null);
    }

    [Theory]
    [InlineData(Fault.LosesOne, nameof(ThreadRules.No_record_is_lost_or_torn))]
    [InlineData(Fault.LosesOne, nameof(LifetimeRules.Disposal_writes_everything))]
    [InlineData(Fault.LosesOne, nameof(LifetimeRules.Asynchronous_disposal_writes_everything))]
    [InlineData(Fault.RepeatsOne, nameof(ThreadRules.No_record_is_lost_or_torn))]
    [InlineData(Fault.RepeatsOne, nameof(CategoryRules.A_category_may_have_two_loggers))]
    [InlineData(Fault.TearsOne, nameof(ThreadRules.No_record_is_lost_or_torn))]
    [InlineData(Fault.TearsOne, nameof(JsonRules.Line_ends_stay_inside))]
    [InlineData(Fault.TearsOne, nameof(ThreadRules.Disposal_while_threads_log_leaves_whole_lines))]
    public async Task A_fault_in_the_output_is_found(Fault fault, string rule)
    {
        Assert.NotNull(await RuleBook.Named(rule).Check(new FaultySubject(fault)));
        Assert.Null(await RuleBook.Named(rule).Check(new FaultySubject(Fault.None)));
    }

    public enum Fault
    {
        None,
        Silent,
        LosesOne,
        RepeatsOne,
        TearsOne,
    }

    /// <summary>Bolt, but for what happens to its output.</summary>
    private sealed class FaultySubject(Fault fault) : BoltSubject
    {
        public override void Add(ILoggingBuilder builder, Stream output) => base.Add(builder, fault == Fault.None ? output : new FaultyStream(fault, output));
    }

    /// <summary>Spoils the first line that it is given.</summary>
    private sealed class FaultyStream(Fault fault, Stream inner) : MemoryStream
    {
        private bool _spoilt;

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> bytes)
        {
            if (fault == Fault.Silent)
                return;

            if (_spoilt)
            {
                inner.Write(bytes);
                return;
            }

            _spoilt = true;
            int first = bytes.IndexOf((byte)'\n') + 1;
            switch (fault)
            {
                case Fault.LosesOne:
                    break;
                case Fault.RepeatsOne:
                    inner.Write(bytes[..first]);
                    inner.Write(bytes[..first]);
                    break;
                case Fault.TearsOne:
                    inner.Write(bytes[..(first / 2)]);
                    inner.Write("\n"u8);
                    inner.Write(bytes[(first / 2)..first]);
                    break;
            }

            inner.Write(bytes[first..]);
        }
    }
}
