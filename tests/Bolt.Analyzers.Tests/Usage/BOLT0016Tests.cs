using Bolt.Analyzers.Tests.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Usage.LogEventUsageAnalyzer>;

namespace Bolt.Analyzers.Tests.Usage;

public sealed class BOLT0016Tests : UsageRuleTests
{
    protected override string Message =>
        "'label' of type 'Label' could be written only by its ToString, which allocates; pass a value that can be formatted without, or implement 'ISpanFormattable'";

    protected override string Violation =>
        """
        public sealed class Label
        {
            private readonly string _text = "";

            public override string ToString() => _text;
        }

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Built {Label}")]
            public static partial void Built(ILogger logger, Label {|BOLT0016:label|});
        }
        """;

    [Fact]
    public Task Formattable_types_are_silent() => Verify.Analyzer(
        """
        public readonly struct Money : ISpanFormattable
        {
            public string ToString(string? format, IFormatProvider? provider) => "";

            public bool TryFormat(Span<char> destination, out int written, ReadOnlySpan<char> format, IFormatProvider? provider)
            {
                written = 0;
                return true;
            }
        }

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Built")]
            public static partial void Built<T>(ILogger logger, Money money, T value, string text, int[] many, Dictionary<string, double> map, Uri uri, object any, DayOfWeek day, Guid? id)
                where T : ISpanFormattable;
        }
        """);

    [Fact]
    public Task A_type_with_nothing_but_ToString_and_an_unconstrained_type_parameter_are_reported() => Verify.Analyzer(
        """
        public sealed class Label
        {
            private readonly string _text = "";

            public override string ToString() => _text;
        }

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "Built")]
            public static partial void Built<T>(ILogger logger, Label {|BOLT0016:label|}, T {|BOLT0016:value|}, List<Label> {|BOLT0016:list|});
        }
        """);
}
