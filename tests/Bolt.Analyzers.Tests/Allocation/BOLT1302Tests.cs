using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1302Tests : AllocationRuleTests
{
    protected override string Message =>
        "'S.GetHashCode' boxes 'S'; override it in 'S'";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(S s) => {|BOLT1302:s.GetHashCode()|};
        }

        public struct S;
        """";

    [Fact]
    public Task Enums_inherit_too() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public bool M(DayOfWeek a, object b) => {|BOLT1302:a.Equals(b)|};
        }
        """");

    [Fact]
    public Task Overrides_and_intrinsics_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(S s, DayOfWeek day, int? n) => s.GetHashCode() + day.GetHashCode() + n.GetHashCode() + s.GetType().MetadataToken;
        }

        public struct S
        {
            public override int GetHashCode() => 1;
        }
        """");
}
