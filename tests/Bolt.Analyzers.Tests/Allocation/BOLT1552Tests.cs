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
}
