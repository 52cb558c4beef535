using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1004Tests : AllocationRuleTests
{
    protected override string Message =>
        "Allocates 'int[]'; convert to a span, or keep it in a static field";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public int[] M(int value) => {|BOLT1004:[value, 2]|};
        }
        """";

    [Fact]
    public Task The_target_type_decides() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(int value, List<int> more)
            {
                IEnumerable<int> sequence = {|BOLT1004:[value]|};
                List<int> list = {|BOLT1004:[]|};
                ReadOnlySpan<int> spread = {|BOLT1004:[.. more]|};
            }
        }
        """");

    [Fact]
    public Task Spans_and_empty_arrays_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int value, string name)
            {
                ReadOnlySpan<int> constants = [1, 2, 3];
                ReadOnlySpan<string> names = [name, name];
                Span<int> values = [value, value];
                int[] none = [];
                IReadOnlyList<int> empty = [];
                return constants.Length + names.Length + values.Length + none.Length + empty.Count;
            }
        }
        """");

    [Fact]
    public Task The_fix_makes_the_local_a_span() => BehaviourPreserved.Fix<SpanLocalCodeFix>(
        """"
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Sum(1, 2) == 41 ? "41" : "other";

            [ZeroAlloc]
            private static int Sum(int a, int b)
            {
                List<int> list = /* both */ {|BOLT1004:[a, b]|}; // of them
                int[] array = {|BOLT1004:[a, 5, b]|};
                IReadOnlyList<string> texts = {|BOLT1004:["x", "yy"]|};
                int sum = list[0] + list[^1] + list.Count + (list.Contains(2) ? 10 : 0);
                array[1] += 7;
                foreach (var item in array)
                    sum += item;

                return sum + texts[1].Length + texts.Count + Count(array) + array.Length;
            }

            [ZeroAlloc]
            private static int Count(ReadOnlySpan<int> values) => values.Length;
        }
        """",
        """"
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Sum(1, 2) == 41 ? "41" : "other";

            [ZeroAlloc]
            private static int Sum(int a, int b)
            {
                ReadOnlySpan<int> list = /* both */ [a, b]; // of them
                Span<int> array = [a, 5, b];
                ReadOnlySpan<string> texts = ["x", "yy"];
                int sum = list[0] + list[^1] + list.Length + (list.Contains(2) ? 10 : 0);
                array[1] += 7;
                foreach (var item in array)
                    sum += item;

                return sum + texts[1].Length + texts.Length + Count(array) + array.Length;
            }

            [ZeroAlloc]
            private static int Count(ReadOnlySpan<int> values) => values.Length;
        }
        """");

    [Fact]
    public Task A_local_stays_where_it_leaves_the_method_or_grows() => Verify.NoFix<SpanLocalCodeFix>(
        """"
        public class C
        {
            private int[] _kept;

            [ZeroAlloc]
            public int[] M(int a, int[] rest)
            {
                int[] returned = {|BOLT1004:[a, 1]|};
                int[] kept = {|BOLT1004:[a, 1]|};
                List<int> grows = {|BOLT1004:[a, 1]|};
                int[] spread = {|BOLT1004:[a, .. rest]|};
                int[] captured = {|BOLT1004:[a, 1]|};
                grows.Add(2);
                _kept = kept;
                Func<int> f = {|BOLT1201:() => captured[0]|};
                return returned;
            }

            [ZeroAlloc]
            public async System.Threading.Tasks.ValueTask<int> {|BOLT1602:N|}(int a)
            {
                int[] values = {|BOLT1004:[a, 1]|};
                await System.Threading.Tasks.Task.Yield();
                return values[0];
            }
        }
        """");
}
