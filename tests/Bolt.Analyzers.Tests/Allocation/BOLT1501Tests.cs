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
            public void M(System.Collections.ObjectModel.Collection<int> values, IEnumerable<int> more)
            {
                foreach (var value in {|BOLT1501:values|})
                {
                }

                int[] all = {|BOLT1004:[1, .. {|BOLT1501:more|}]|};
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
}
