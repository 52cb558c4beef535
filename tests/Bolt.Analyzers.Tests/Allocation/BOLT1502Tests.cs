using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1502Tests : AllocationRuleTests
{
    protected override string Message =>
        "'Where' allocates an iterator; write a loop";

    protected override string Violation =>
        """"
        using System.Linq;

        public class C
        {
            [ZeroAlloc]
            public object M(int[] values) => {|BOLT1502:values.Where(static value => value > 1)|};
        }
        """";

    [Fact]
    public Task Queries_and_copies_are_found() => Verify.Analyzer(
        """"
        using System.Linq;

        public class C
        {
            [ZeroAlloc]
            public object M(int[] values) => {|BOLT1502:(from value in values {|BOLT1502:select value + 1|}).ToList()|};
        }
        """");

    [Fact]
    public Task What_makes_nothing_is_silent() => Verify.Analyzer(
        """"
        using System.Linq;

        public class C
        {
            [ZeroAlloc]
            public object M(List<int> values) => values.AsEnumerable() ?? Enumerable.Empty<int>();
        }
        """");

    [Fact]
    public Task The_fix_tests_inside_the_loop() => BehaviourPreserved.Fix<FilterInLoopCodeFix>(
        """"
        #nullable enable
        using System.Linq;

        public static class Program
        {
            private static readonly System.Text.StringBuilder s_order = new();

            [ZeroAlloc]
            private static bool IsOdd(int value)
            {
                s_order.Append('?');
                return value % 2 == 1;
            }

            [ZeroAlloc]
            private static int Sum(int[] values, List<string> names)
            {
                var sum = 0;

                // The odd ones.
                foreach (var value in {|BOLT1501:{|BOLT1502:values.Where(static v => IsOdd(v) && v > 0)|}|}) // of all
                {
                    s_order.Append('!');
                    if (value > 5)
                        break;
                    sum += value;
                }

                foreach (var name in {|BOLT1501:{|BOLT1502:names.Where(static name => name.Length > 1)|}|})
                    sum += name.Length; // each

                foreach (int value in {|BOLT1501:{|BOLT1502:values.Where(static (int v) => v < 3)|}|}) { sum += value; }

                return sum;
            }

            public static string Run() => Sum([1, 2, 3, -1, 7, 9], ["a", "bc"]) + s_order.ToString();
        }
        """",
        """"
        #nullable enable
        using System.Linq;

        public static class Program
        {
            private static readonly System.Text.StringBuilder s_order = new();

            [ZeroAlloc]
            private static bool IsOdd(int value)
            {
                s_order.Append('?');
                return value % 2 == 1;
            }

            [ZeroAlloc]
            private static int Sum(int[] values, List<string> names)
            {
                var sum = 0;

                // The odd ones.
                foreach (var value in values) // of all
                {
                    if (!(IsOdd(value) && value > 0))
                        continue;

                    s_order.Append('!');
                    if (value > 5)
                        break;
                    sum += value;
                }

                foreach (var name in names)
                {
                    if (name.Length > 1)
                        sum += name.Length; // each
                }

                foreach (int value in values) { if (!(value < 3)) continue; sum += value; }

                return sum;
            }

            public static string Run() => Sum([1, 2, 3, -1, 7, 9], ["a", "bc"]) + s_order.ToString();
        }
        """",
        iterations: 3);

    [Fact]
    public Task Tests_that_the_loop_could_not_make_stay() => Verify.NoFix<FilterInLoopCodeFix>(
        """"
        #nullable enable
        using System.Linq;

        public class C
        {
            private static readonly int limit = 1;

            [ZeroAlloc]
            public void M(int[] values, int[]? maybe, Func<int, bool> test, object[] objects, IEnumerable<int> more)
            {
                foreach (var value in {|BOLT1501:{|BOLT1502:values.Where(test)|}|}) { }
                foreach (var limit in {|BOLT1501:{|BOLT1502:values.Where(static v => v > limit)|}|}) { }
                foreach (var value in {|BOLT1501:{|BOLT1502:{|BOLT1502:values.Where(static v => v > 1)|}.Where(static v => v < 4)|}|}) { }
                foreach (var value in {|BOLT1501:{|BOLT1502:maybe.Where(static v => v > 1)|}|}) { }
                foreach (long value in {|BOLT1501:{|BOLT1502:values.Where(static v => v > 1)|}|}) { }
                foreach (var value in {|BOLT1501:{|BOLT1502:values.Where(static (v, index) => v > index)|}|}) { }
                foreach (var value in {|BOLT1501:{|BOLT1502:values.Where(static v => { return v > 1; })|}|}) { }
                foreach (var value in {|BOLT1501:{|BOLT1502:objects.Where(static v => v is int n && n > 1)|}|}) { }
                foreach (var value in {|BOLT1501:{|BOLT1502:more.Where(static v => v > 1)|}|}) { }
                foreach (var value in {|BOLT1501:{|BOLT1502:values.Where(static v => v++ > 1)|}|}) { }
            }
        }
        """");

    [Fact]
    public Task The_fix_hands_the_predicate_on() => BehaviourPreserved.Fix<MergeWhereCodeFix>(
        """"
        using System.Linq;

        public static class Program
        {
            [ZeroAlloc]
            private static int Sum(int[] values, List<int> list) =>
                ({|BOLT1552:{|BOLT1502:values.Where(static v => v > 1)|}.Any()|} ? 1 : 0)
                + {|BOLT1552:{|BOLT1502:list.Where(static v => v > 1)|}.FirstOrDefault()|}
                + /* all */ {|BOLT1552:{|BOLT1502:values.Where(static v => v > {|BOLT1552:{|BOLT1502:Numbers.Where(static v => v > 2)|}.Count()|})|}.Count()|} /* of them */;

            private static readonly int[] Numbers = [3, 4];

            public static string Run() => $"{Sum([1, 2, 3], [1, 2])} {Sum([], [])}";
        }
        """",
        """"
        using System.Linq;

        public static class Program
        {
            [ZeroAlloc]
            private static int Sum(int[] values, List<int> list) =>
                (values.Any(static v => v > 1) ? 1 : 0)
                + list.FirstOrDefault(static v => v > 1)
                + /* all */ values.Count(static v => v > Numbers.Count(static v => v > 2)) /* of them */;

            private static readonly int[] Numbers = [3, 4];

            public static string Run() => $"{Sum([1, 2, 3], [1, 2])} {Sum([], [])}";
        }
        """");

    [Fact]
    public Task Operators_that_throw_or_go_backwards_keep_their_Where() => Verify.NoFix<MergeWhereCodeFix>(
        """"
        using System.Linq;

        public class C
        {
            [ZeroAlloc]
            public int M(int[] values) =>
                {|BOLT1552:{|BOLT1502:values.Where(static v => v > 1)|}.First()|} + {|BOLT1552:{|BOLT1502:values.Where(static v => v > 1)|}.LastOrDefault()|}
                + {|BOLT1552:{|BOLT1502:values.Where(static (v, index) => v > index)|}.Count()|} + {|BOLT1552:{|BOLT1502:values.Where(static v => v > 1)|}.Count(static v => v > 2)|};
        }
        """");

    [Fact]
    public Task The_fix_goes_through_all_files() => Verify.Fix<FilterInLoopCodeFix>(
        ["#nullable enable\nusing System.Linq; class C { [ZeroAlloc] void M(int[] x) { foreach (var i in {|BOLT1501:{|BOLT1502:x.Where(static i => i > 1)|}|}) { } } }", "#nullable enable\nusing System.Linq; class D { [ZeroAlloc] void M(int[] x) { foreach (var i in {|BOLT1501:{|BOLT1502:x.Where(static i => i > 1)|}|}) { } } }"],
        ["#nullable enable\nusing System.Linq; class C { [ZeroAlloc] void M(int[] x) { foreach (var i in x) { if (!(i > 1)) continue; } } }", "#nullable enable\nusing System.Linq; class D { [ZeroAlloc] void M(int[] x) { foreach (var i in x) { if (!(i > 1)) continue; } } }"]);
}
