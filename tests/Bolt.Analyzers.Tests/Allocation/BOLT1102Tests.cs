using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1102Tests : AllocationRuleTests
{
    protected override string Message =>
        "Formats a new 'string'; append to a buffer, or use a log template with arguments";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(int n) => {|BOLT1102:$"n = {n}"|};
        }
        """";

    [Fact]
    public Task FormattableString_and_sums_are_found() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(int n)
            {
                FormattableString lazy = {|BOLT1102:$"{n}"|};
                var sum = {|BOLT1102:$"a{n}" + $"b{n}"|};
                var padded = {|BOLT1102:$"{sum,8}"|};
            }
        }
        """");

    [Fact]
    public Task What_a_handler_takes_is_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public bool M(int n, Span<char> buffer) => buffer.TryWrite($"n = {n}", out _);

            [ZeroAlloc]
            public string N() => $"plain";
        }
        """");

    [Fact]
    public Task The_fix_hands_it_to_the_string_builder() => BehaviourPreserved.Fix<AppendInterpolatedCodeFix>(
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        using System.Globalization;

        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Text({|BOLT1001:new System.Text.StringBuilder()|}, 1.5, CultureInfo.InvariantCulture);

            [ZeroAlloc]
            private static string Text(System.Text.StringBuilder text, double real, CultureInfo culture)
            {
                text.Append({|BOLT1102:string.Create(culture, $"{real,5:N2};")|}).AppendLine({|BOLT1102:string.Create(CultureInfo.CurrentCulture, $"{real}")|});
                text.Append(FormattableString.Invariant({|BOLT1102:$"<{real}>"|}));
                return text.ToString();
            }
        }
        """",
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        using System.Globalization;

        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Text({|BOLT1001:new System.Text.StringBuilder()|}, 1.5, CultureInfo.InvariantCulture);

            [ZeroAlloc]
            private static string Text(System.Text.StringBuilder text, double real, CultureInfo culture)
            {
                text.Append(culture, $"{real,5:N2};").AppendLine(CultureInfo.CurrentCulture, $"{real}");
                text.Append(CultureInfo.InvariantCulture, $"<{real}>");
                return text.ToString();
            }
        }
        """");

    [Fact]
    public Task It_stays_where_the_string_is_kept_or_a_hole_could_see_the_builder() => Verify.NoFix<AppendInterpolatedCodeFix>(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(System.Text.StringBuilder text, double real, IFormatProvider culture)
            {
                text.Append({|BOLT1102:string.Create(culture, $"{real} {text.Length}")|});
                text.Insert(0, {|BOLT1102:string.Create(culture, $"{real}")|});
                var kept = {|BOLT1102:$"{real}"|};
            }
        }
        """");
}
