using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1003Tests : AllocationRuleTests
{
    protected override string Message =>
        "Allocates an anonymous object; use a value tuple";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public object M(int id) => {|BOLT1003:new { Id = id }|};
        }
        """";

    [Fact]
    public Task Value_tuples_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public (int Id, string Name) M(int id) => (id, "x");
        }
        """");
}
