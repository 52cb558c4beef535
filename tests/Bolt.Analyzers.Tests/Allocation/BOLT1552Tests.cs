using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1552Tests : AllocationRuleTests
{
    protected override string Message =>
        "'Any' allocates an enumerator unless 'values' is an array or a list at run time; use the collection's own Count";

    protected override string Violation =>
        """"
        using System.Linq;

        public class C
        {
            [ZeroAlloc]
            public bool M(IEnumerable<int> values) => {|BOLT1552:values.Any()|};
        }
        """";

    [Fact]
    public Task Arrays_and_lists_are_silent() => Verify.Analyzer(
        """"
        using System.Linq;

        public class C
        {
            [ZeroAlloc]
            public int M(int[] array, List<int> list) =>
                array.First() + list.Count() + array.Sum() + list.Max() + (list.Any(static value => value > 1) ? 1 : 0) + (array.Contains(3) ? 1 : 0) + (list.SequenceEqual(array) ? 1 : 0);
        }
        """");

    [Fact]
    public Task Selectors_and_what_is_compared_are_enumerated() => Verify.Analyzer(
        """"
        using System.Linq;

        public class C
        {
            [ZeroAlloc]
            public int M(int[] array, List<string> list) => {|BOLT1552:array.Sum(static value => value)|} + {|BOLT1552:list.Max()|}!.Length;
        }
        """");

    [Fact]
    public Task The_fix_asks_the_collection() => BehaviourPreserved.Fix<OwnCountCodeFix>(
        """"
        #nullable enable
        using System.Linq;

        public static class Program
        {
            [ZeroAlloc]
            private static string Say(IReadOnlyCollection<int> few, HashSet<int> set, IList<string> list, Dictionary<int, string> map, string text) =>
                /* how many */ {|BOLT1552:few.Count()|} > 1 && {|BOLT1552:set.Any()|} && !{|BOLT1552:list.Any()|} == false
                    && {|BOLT1552:map.Any()|}.Equals({|BOLT1552:text.Any()|}) && !{|BOLT1552:map.Any()|} is false
                    ? {|BOLT1552:list.ElementAt({|BOLT1552:map.Count()|} - 1)|}
                    : "none";

            public static string Run()
            {
                try
                {
                    return Say([1, 2], [1], ["a"], new() { [1] = "b" }, "text") + Say([1], [], [], [], "") + Say([1, 2], [1], ["a"], new() { [1] = "b", [2] = "c" }, "text");
                }
                catch (ArgumentOutOfRangeException failure)
                {
                    return failure.ParamName!;
                }
            }
        }
        """",
        """"
        #nullable enable
        using System.Linq;

        public static class Program
        {
            [ZeroAlloc]
            private static string Say(IReadOnlyCollection<int> few, HashSet<int> set, IList<string> list, Dictionary<int, string> map, string text) =>
                /* how many */ few.Count > 1 && set.Count > 0 && list.Count == 0 == false
                    && (map.Count > 0).Equals(text.Length > 0) && (map.Count == 0) is false
                    ? list[map.Count - 1]
                    : "none";

            public static string Run()
            {
                try
                {
                    return Say([1, 2], [1], ["a"], new() { [1] = "b" }, "text") + Say([1], [], [], [], "") + Say([1, 2], [1], ["a"], new() { [1] = "b", [2] = "c" }, "text");
                }
                catch (ArgumentOutOfRangeException failure)
                {
                    return failure.ParamName!;
                }
            }
        }
        """");

    [Fact]
    public Task What_may_be_null_or_would_throw_otherwise_is_left() => Verify.NoFix<OwnCountCodeFix>(
        """"
        #nullable enable
        using System.Linq;

        public class C
        {
            [ZeroAlloc]
            public int M(IList<int>? list, IEnumerable<int> values, IList<int> sure, IReadOnlyList<int> read, Own own) =>
                {|BOLT1552:list.Count()|} + {|BOLT1552:values.Count()|} + {|BOLT1552:sure.First()|} + {|BOLT1552:sure.Last()|} + {|BOLT1552:read.ElementAt(0)|} + {|BOLT1552:sure.Count(static value => value > 1)|} + {|BOLT1552:own.Count()|};

        #nullable disable
            [ZeroAlloc]
            public int N(IList<int> list) => {|BOLT1552:list.Count()|};
        }

        public class Own : IEnumerable<int>
        {
            public int Count => 3;

            public IEnumerator<int> GetEnumerator() => null!;

            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
        }
        """");

    [Fact]
    public Task The_fix_goes_through_all_files() => Verify.Fix<OwnCountCodeFix>(
        ["#nullable enable\nusing System.Linq; class C { [ZeroAlloc] int M(IList<int> x) => {|BOLT1552:x.Count()|}; }", "#nullable enable\nusing System.Linq; class D { [ZeroAlloc] bool M(IList<int> x) => {|BOLT1552:x.Any()|}; }"],
        ["#nullable enable\nusing System.Linq; class C { [ZeroAlloc] int M(IList<int> x) => x.Count; }", "#nullable enable\nusing System.Linq; class D { [ZeroAlloc] bool M(IList<int> x) => x.Count > 0; }"]);
}
