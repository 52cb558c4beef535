using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1104Tests : AllocationRuleTests
{
    protected override string Message =>
        "'int.ToString()' allocates a string; pass the value itself: 'Append' takes it";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(System.Text.StringBuilder text, int n) => text.Append({|BOLT1104:n.ToString()|});
        }
        """";

    [Fact]
    public Task In_a_hole_it_is_needless() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public bool M(int n, Span<char> buffer) => buffer.TryWrite($"{{|BOLT1104:n.ToString()|}}", out _);
        }
        """");

    [Fact]
    public Task The_fix_passes_the_value() => BehaviourPreserved.Fix<DropToStringCodeFix>(
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        #nullable enable
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Text({|BOLT1001:new System.Text.StringBuilder()|}, 1234.5, -7, 'c', new Plain(), null);

            [ZeroAlloc]
            private static string Text(System.Text.StringBuilder text, double real, int number, char letter, Plain plain, DateTime? none)
            {
                text.Append({|BOLT1104:real.ToString()|}).Append(/* the number */ {|BOLT1104:number.ToString()|} /* done */).Append({|BOLT1104:letter.ToString()|});
                text.Append($"{{|BOLT1104:real.ToString()|}}{{|BOLT1104:number.ToString()|},6}{{|BOLT1104:plain.ToString()|}}{{|BOLT1104:none.ToString()|}}");
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{{|BOLT1104:letter.ToString()|}}");
                text.Append({|BOLT1104:{|BOLT1105:text.ToString().Trim()|}.AsSpan().ToString()|});
                text.Append({|BOLT1102:$"{{|BOLT1104:number.ToString()|}}{number}"|}.Length);
                return text.ToString();
            }

            private struct Plain
            {
                [ZeroAlloc]
                public override string ToString() => "plain";
            }
        }
        """",
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        #nullable enable
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Text({|BOLT1001:new System.Text.StringBuilder()|}, 1234.5, -7, 'c', new Plain(), null);

            [ZeroAlloc]
            private static string Text(System.Text.StringBuilder text, double real, int number, char letter, Plain plain, DateTime? none)
            {
                text.Append(real).Append(/* the number */ number /* done */).Append(letter);
                text.Append($"{real}{number,6}{plain}{none}");
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{letter}");
                text.Append({|BOLT1105:text.ToString().Trim()|}.AsSpan());
                text.Append({|BOLT1102:$"{number}{number}"|}.Length);
                return text.ToString();
            }

            private struct Plain
            {
                [ZeroAlloc]
                public override string ToString() => "plain";
            }
        }
        """");

    [Fact]
    public Task It_is_not_dropped_where_something_else_would_be_written() => Verify.NoFix<DropToStringCodeFix>(
        """"
        #nullable enable
        public class C
        {
            [ZeroAlloc]
            public void M(System.Text.StringBuilder text, System.IO.TextWriter writer, int n, object? perhaps, IFormattable formattable, char[] letters, IFormatProvider culture)
            {
                writer.Write({|BOLT1104:n.ToString()|});
                text.Append({|BOLT1104:perhaps.ToString()|});
                text.Append({|BOLT1104:letters.ToString()|});
                text.Append($"{{|BOLT1104:formattable.ToString()|}}");
                text.Append($"{{|BOLT1104:n.ToString()|}:X8}");
                text.Append(culture, $"{{|BOLT1104:n.ToString()|}}");
                text.Append({|BOLT1104:n /* why */ .ToString()|});
            }
        }
        """");
}
