using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1005Tests : AllocationRuleTests
{
    protected override string Message =>
        "'with' copies 'R' to the heap; make it a record struct";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public R M(R r) => {|BOLT1005:r with { X = 2 }|};
        }

        public record R(int X);
        """";

    [Fact]
    public Task Record_structs_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public R M(R r) => r with { X = 2 };
        }

        public record struct R(int X);
        """");
}
