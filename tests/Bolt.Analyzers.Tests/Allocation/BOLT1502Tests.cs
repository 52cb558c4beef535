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
}
