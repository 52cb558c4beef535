using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1203Tests : AllocationRuleTests
{
    protected override string Message =>
        "Combines delegates of type 'Action' into a new one; subscribe once, outside the hot path";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public Action? M(Action? a, Action b) => {|BOLT1203:a + b|};
        }
        """";

    [Fact]
    public Task Removing_creates_too() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(Action? a, Action b) => {|BOLT1203:a -= b|};
        }
        """");
}
