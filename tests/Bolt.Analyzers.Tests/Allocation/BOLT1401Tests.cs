using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1401Tests : AllocationRuleTests
{
    protected override string Message =>
        "Allocates 'int[]' for the arguments of 'params values'; call an overload without params, or pass a span";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int n) => {|BOLT1401:Sum(n, 2)|};

            private static int Sum(params int[] values) => values.Length;
        }
        """";

    [Fact]
    public Task A_call_of_another_constructor_is_marked_without_its_colon() => Verify.Analyzer(
        """"
        public class B(params int[] values);

        public class C : B
        {
            [ZeroAlloc]
            public C()
                : {|BOLT1401:base(1, 2)|}
            {
            }
        }
        """");

    [Fact]
    public Task Each_box_is_a_cause_of_its_own() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int n) => {|BOLT1401:Count({|BOLT1301:n|})|} + {|BOLT1401:Each("a")|};

            private static int Count(params object[] values) => values.Length;

            private static int Each(params IEnumerable<string> values) => 1;
        }
        """");

    [Fact]
    public Task Spans_no_arguments_and_arrays_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int n, int[] array) => Sum(n, 2) + Count() + Count(array);

            private static int Sum(params ReadOnlySpan<int> values) => values.Length;

            private static int Count(params int[] values) => values.Length;
        }
        """");

    [Fact]
    public Task The_fix_declares_a_span_where_the_parameter_is_only_read() => BehaviourPreserved.Fix<ParamsSpanCodeFix>(
        """"
        public static class Program
        {
            [ZeroAlloc]
            private static int Sum(string name, /* all */ params int[] values)
            {
                var sum = values.Length + name.Length;
                foreach (var value in values)
                    sum += value;
                for (var i = 0; i < values.Length; i++)
                    sum += values[i] * First(values);
                return sum;
            }

            [ZeroAlloc]
            private static int First(ReadOnlySpan<int> values) => values.Length > 0 ? values[0] : 0;

            [ZeroAlloc]
            private static int Each(params IEnumerable<string[]> parts)
            {
                var count = 0;
                foreach (var part in {|BOLT1501:parts|})
                    count += part.Length;
                return count;
            }

            public static string Run()
            {
                return "" + Total(3);

                [ZeroAlloc]
                static int Total(int n)
                {
                    return {|BOLT1401:Sum("a", n, 2)|} + Sum("b") + {|BOLT1401:Program.Sum("c", {|BOLT1401:Sum("", 1)|}, Local())|} + {|BOLT1401:Each(s_part, s_part)|} + {|BOLT1401:Local("a")|};

                    static int Local(params string[] texts) => texts.Length;
                }
            }

            private static readonly string[] s_part = ["a"];
        }
        """",
        """"
        public static class Program
        {
            [ZeroAlloc]
            private static int Sum(string name, /* all */ params ReadOnlySpan<int> values)
            {
                var sum = values.Length + name.Length;
                foreach (var value in values)
                    sum += value;
                for (var i = 0; i < values.Length; i++)
                    sum += values[i] * First(values);
                return sum;
            }

            [ZeroAlloc]
            private static int First(ReadOnlySpan<int> values) => values.Length > 0 ? values[0] : 0;

            [ZeroAlloc]
            private static int Each(params ReadOnlySpan<string[]> parts)
            {
                var count = 0;
                foreach (var part in parts)
                    count += part.Length;
                return count;
            }

            public static string Run()
            {
                return "" + Total(3);

                [ZeroAlloc]
                static int Total(int n)
                {
                    return Sum("a", n, 2) + Sum("b") + Program.Sum("c", Sum("", 1), Local()) + Each(s_part, s_part) + Local("a");

                    static int Local(params ReadOnlySpan<string> texts) => texts.Length;
                }
            }

            private static readonly string[] s_part = ["a"];
        }
        """",
        iterations: 3);

    [Fact]
    public Task Parameters_that_are_more_than_read_stay_arrays() => Verify.NoFix<ParamsSpanCodeFix>(
        """"
        public class C
        {
            private int[] _kept = [];

            [ZeroAlloc]
            public int M(int[]? array) =>
                {|BOLT1401:Writes(1)|} + {|BOLT1401:Keeps(1)|} + {|BOLT1401:Takes(1)|} + Takes(array) + {|BOLT1401:Public(1)|} + {|BOLT1401:Captures(1)|} + {|BOLT1401:IsGroup(1)|} + {|BOLT1401:Steps(new Step())|};

            private static int Writes(params int[] values) => values[0] = 1;

            private int Keeps(params int[] values) => (_kept = values).Length;

            private static int Takes(params int[]? values) => values!.Length;

            public static int Public(params int[] values) => values.Length;

            [AllowAllocation("captures")]
            private static int Captures(params int[] values) => new Func<int>(() => values.Length)();

            private static int Steps(params Step[] steps) => steps[0].Next() + steps[0].Next();

            private static int IsGroup(params int[] values) => values.Length;

            private readonly Func<int[], int> _group = IsGroup;
        }

        public struct Step
        {
            private int _at;

            public int Next() => ++_at;
        }
        """");

    [Fact]
    public Task The_fix_passes_a_span_where_an_overload_takes_one() => BehaviourPreserved.Fix<PassSpanCodeFix>(
        """"
        public static class Program
        {
            public static int Sum(string name, params int[] values) => values.Length;

            public static int Sum(string name, ReadOnlySpan<int> values) => values.Length;

            [ZeroAlloc]
            private static int Total(int n) => {|BOLT1401:Sum("a", /* one */ n, 2 /* two */)|} + Sum("b") + {|BOLT1401:Sum("a", {|BOLT1401:Sum("b", 1)|})|};

            public static string Run() => "" + Total(1);
        }
        """",
        """"
        public static class Program
        {
            public static int Sum(string name, params int[] values) => values.Length;

            public static int Sum(string name, ReadOnlySpan<int> values) => values.Length;

            [ZeroAlloc]
            private static int Total(int n) => Sum("a", /* one */ [n, 2] /* two */) + Sum("b") + Sum("a", [Sum("b", [1])]);

            public static string Run() => "" + Total(1);
        }
        """");

    [Fact]
    public Task Without_an_overload_no_span_is_passed() => Verify.NoFix<PassSpanCodeFix>(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int n) => {|BOLT1401:Sum(n, 2)|};

            private static int Sum(params int[] values) => values.Length;
        }
        """");

    [Fact]
    public Task The_fix_goes_through_all_files() => Verify.Fix<ParamsSpanCodeFix>(
        ["class C { [ZeroAlloc] int M() => {|BOLT1401:N(1)|}; static int N(params int[] x) => x.Length; private int O(string s) => 1; }", "class D { [ZeroAlloc] int M() => {|BOLT1401:N(1)|}; private static int N(params int[] x) => x.Length; }"],
        ["class C { [ZeroAlloc] int M() => N(1); static int N(params ReadOnlySpan<int> x) => x.Length; private int O(string s) => 1; }", "class D { [ZeroAlloc] int M() => N(1); private static int N(params ReadOnlySpan<int> x) => x.Length; }"]);
}
