using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1501Tests : AllocationRuleTests
{
    protected override string Message =>
        "Allocates the enumerator of 'IEnumerable<int>'; loop over an array, a list, a span or a concrete collection";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(IEnumerable<int> values)
            {
                var sum = 0;
                foreach (var value in {|BOLT1501:values|})
                    sum += value;
                return sum;
            }
        }
        """";

    [Fact]
    public Task Classes_that_inherit_their_enumerator_and_spreads_are_found() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(System.Collections.ObjectModel.Collection<int> values, IReadOnlyCollection<int> more, IEnumerable<int> sequence)
            {
                foreach (var value in {|BOLT1501:values|})
                {
                }

                int[] all = {|BOLT1004:[1, .. {|BOLT1501:more|}]|};

                // Of no known length: the compiler fills a list, which takes the sequence whole.
                int[] open = {|BOLT1004:[1, .. sequence]|};
            }
        }
        """");

    [Fact]
    public Task Concrete_collections_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int[] array, List<int> list, Dictionary<int, int> map, ReadOnlySpan<int> span, string text)
            {
                var sum = 0;
                foreach (var value in array)
                    sum += value;
                foreach (var value in list)
                    sum += value;
                foreach (var value in map.Keys)
                    sum += value;
                foreach (var (key, value) in map)
                    sum += key;
                foreach (var value in span)
                    sum += value;
                foreach (var value in text)
                    sum += value;
                return sum;
            }
        }
        """");

    [Fact]
    public Task The_fix_declares_what_the_local_holds() => BehaviourPreserved.Fix<ConcreteLocalCodeFix>(
        """"
        using System.Linq;

        public static class Program
        {
            private static readonly List<int> s_list = [1, 2];

            private static readonly int[] s_array = [3];

            [ZeroAlloc]
            private static int Sum(List<string> names, HashSet<(int, string)> set)
            {
                var sum = 0;
                // The numbers.
                IEnumerable<int> numbers = s_list; // as they are
                foreach (var number in {|BOLT1501:numbers|})
                    sum += number;
                foreach (var number in {|BOLT1501:numbers|})
                    sum += number;

                IReadOnlyList<int> array = s_array;
                foreach (int number in {|BOLT1501:array|})
                    sum += number;

                ICollection<(int, string)> pairs = set;
                foreach (var (number, _) in {|BOLT1501:pairs|})
                    sum += number;

                foreach (var name in {|BOLT1501:(IEnumerable<string>)names|})
                    sum += name.Length;

                IEnumerable<int> more = s_array;
                sum += Take(more) + {|BOLT1552:more.Count()|};
                return sum;
            }

            [ZeroAlloc]
            private static int Take(IEnumerable<int> values) => 1;

            public static string Run() => "" + Sum(["a"], [(1, "b")]);
        }
        """",
        """"
        using System.Linq;

        public static class Program
        {
            private static readonly List<int> s_list = [1, 2];

            private static readonly int[] s_array = [3];

            [ZeroAlloc]
            private static int Sum(List<string> names, HashSet<(int, string)> set)
            {
                var sum = 0;
                // The numbers.
                List<int> numbers = s_list; // as they are
                foreach (var number in numbers)
                    sum += number;
                foreach (var number in numbers)
                    sum += number;

                int[] array = s_array;
                foreach (int number in array)
                    sum += number;

                HashSet<(int, string)> pairs = set;
                foreach (var (number, _) in pairs)
                    sum += number;

                foreach (var name in names)
                    sum += name.Length;

                int[] more = s_array;
                sum += Take(more) + more.Count();
                return sum;
            }

            [ZeroAlloc]
            private static int Take(IEnumerable<int> values) => 1;

            public static string Run() => "" + Sum(["a"], [(1, "b")]);
        }
        """",
        iterations: 5);

    [Fact]
    public Task Locals_of_which_more_is_asked_keep_their_type() => Verify.NoFix<ConcreteLocalCodeFix>(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(List<int> list, string[] names, IEnumerable<int> parameter, Own own)
            {
                IEnumerable<int> assigned = list;
                assigned = parameter;
                foreach (var value in {|BOLT1501:assigned|})
                {
                }

                IEnumerable<object> wider = names;
                foreach (var value in {|BOLT1501:wider|})
                {
                }

                IEnumerable<int> other = list;
                var sum = Take(other);
                foreach (var value in {|BOLT1501:other|})
                {
                }

                foreach (var value in {|BOLT1501:parameter|})
                {
                }

                IEnumerable<int> mine = own;
                foreach (var value in {|BOLT1501:mine|})
                {
                }

                return sum;
            }

            private static int Take(IEnumerable<int> values) => 1;

            private static int Take(List<int> values) => 2;
        }

        public class Own : List<int>
        {
            public new Enumerator GetEnumerator() => new List<int>().GetEnumerator();
        }
        """");

    [Fact]
    public Task The_fix_goes_through_all_files() => Verify.Fix<ConcreteLocalCodeFix>(
        ["class C { [ZeroAlloc] void M(List<int> list) { IEnumerable<int> x = list; foreach (var _ in {|BOLT1501:x|}) { } } }", "class D { [ZeroAlloc] void M(List<int> list) { IList<int> x = list; foreach (var _ in {|BOLT1501:x|}) { } } }"],
        ["class C { [ZeroAlloc] void M(List<int> list) { List<int> x = list; foreach (var _ in x) { } } }", "class D { [ZeroAlloc] void M(List<int> list) { List<int> x = list; foreach (var _ in x) { } } }"]);
}
