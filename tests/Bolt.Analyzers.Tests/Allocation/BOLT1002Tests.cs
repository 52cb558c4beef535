using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1002Tests : AllocationRuleTests
{
    protected override string Message =>
        "Allocates 'byte[]'; rent it from ArrayPool, or use stackalloc for a small one";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public byte[] M(int size) => {|BOLT1002:new byte[size]|};
        }
        """";

    [Fact]
    public Task A_range_of_an_array_copies() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int[] M(int[] values) => {|BOLT1002:values[1..3]|};
        }
        """");

    [Fact]
    public Task Data_of_a_span_and_stack_memory_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public ReadOnlySpan<byte> Data() => new byte[] { 1, 2, 3 };

            [ZeroAlloc]
            public int M(int[] values)
            {
                Span<int> buffer = stackalloc int[4];
                return buffer.Length + values.AsSpan()[1..3].Length + Array.Empty<int>().Length;
            }
        }
        """");

    [Fact]
    public Task The_fix_makes_the_local_a_span() => BehaviourPreserved.Fix<SpanLocalCodeFix>(
        """"
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Sum(1, 2) == 20 ? "20" : "other";

            [ZeroAlloc]
            private static int Sum(int a, int b)
            {
                var sums = {|BOLT1002:new int[4]|};
                var pair = {|BOLT1002:new[] { a, b }|};
                long[] wide = {|BOLT1002:{ a, b }|};
                double[] lines = {|BOLT1002:new double[]
                {
                    // The first.
                    a, // one
                    b,
                }|};
                sums[0] = pair[0] + pair[1];
                sums[1]++;
                return sums[0] + sums[1] + sums[3] + sums.Length + pair.Length + (int)wide[1] + wide.Length + (int)lines[1] + lines.Length + pair[0];
            }
        }
        """",
        """"
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Sum(1, 2) == 20 ? "20" : "other";

            [ZeroAlloc]
            private static int Sum(int a, int b)
            {
                Span<int> sums = stackalloc int[4];
                ReadOnlySpan<int> pair = [a, b];
                ReadOnlySpan<long> wide = [a, b];
                ReadOnlySpan<double> lines = [
                    // The first.
                    a, // one
                    b,
                ];
                sums[0] = pair[0] + pair[1];
                sums[1]++;
                return sums[0] + sums[1] + sums[3] + sums.Length + pair.Length + (int)wide[1] + wide.Length + (int)lines[1] + lines.Length + pair[0];
            }
        }
        """");

    [Fact]
    public Task An_array_stays_where_it_is_large_or_made_in_a_loop() => Verify.NoFix<SpanLocalCodeFix>(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int n)
            {
                var large = {|BOLT1002:new int[1024]|};
                var unknown = {|BOLT1002:new int[n]|};
                while (n-- > 0)
                {
                    var again = {|BOLT1002:new int[2]|};
                    n -= again[0];
                }

                return large[0] + unknown[0];
            }
        }
        """");

    [Fact]
    public Task The_fix_slices_the_array() => BehaviourPreserved.Fix<SliceArrayCodeFix>(
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        #nullable enable
        public static class Program
        {
            private static readonly int[] s_values = [1, 2, 3, 4];

            [ZeroAlloc]
            public static string Run() => Sum(s_values, {|BOLT1105:"text".ToCharArray()|});

            [ZeroAlloc]
            private static string Sum(int[] values, char[] letters)
            {
                int sum = {|BOLT1002:values[1..]|}.Length + ({|BOLT1002:values[..^1]|})[2] + {|BOLT1002:values[1..3]|}.Length;
                var text = {|BOLT1001:new System.Text.StringBuilder()|}.Append(sum).Append(/* part */ {|BOLT1002:letters[1..3]|});
                return text.ToString();
            }
        }
        """",
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        #nullable enable
        public static class Program
        {
            private static readonly int[] s_values = [1, 2, 3, 4];

            [ZeroAlloc]
            public static string Run() => Sum(s_values, {|BOLT1105:"text".ToCharArray()|});

            [ZeroAlloc]
            private static string Sum(int[] values, char[] letters)
            {
                int sum = values.AsSpan(1..).Length + (values.AsSpan(..^1))[2] + values.AsSpan(1..3).Length;
                var text = {|BOLT1001:new System.Text.StringBuilder()|}.Append(sum).Append(/* part */ letters.AsSpan(1..3));
                return text.ToString();
            }
        }
        """");

    [Fact]
    public Task A_copy_stays_where_the_array_could_change_under_it() => Verify.NoFix<SliceArrayCodeFix>(
        """"
        #nullable enable
        public class C
        {
            [ZeroAlloc]
            private static int Own(ReadOnlySpan<int> values) => values[0];

            [ZeroAlloc]
            public void M(int[] values, int[]? perhaps, Exception[] others)
            {
                var kept = {|BOLT1002:values[1..]|};
                Own({|BOLT1002:values[1..]|});
                {|BOLT1002:values[1..]|}[0] = 1;
                _ = {|BOLT1002:perhaps[1..]|}.Length + {|BOLT1002:others[1..]|}.Length;
                foreach (var value in {|BOLT1002:values[1..]|})
                    values[2] = value;
            }
        }
        """");
}
