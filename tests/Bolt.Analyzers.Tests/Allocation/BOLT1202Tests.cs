using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1202Tests : AllocationRuleTests
{
    protected override string Message =>
        "Creates a 'Func<int>' for 'GetHashCode' of an instance; keep it in a field";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public Func<int> M() => {|BOLT1202:GetHashCode|};
        }
        """";

    [Fact]
    public Task New_delegates_and_local_functions_that_are_not_static_are_found() => Verify.Analyzer(
        """"
        public class C
        {
            private static int S() => 1;

            [ZeroAlloc]
            public (Func<int>, Func<int>) M()
            {
                return ({|BOLT1202:new Func<int>(S)|}, {|BOLT1202:Local|});

                int Local() => 1;
            }
        }
        """");

    [Fact]
    public Task In_static_initialization_the_compiler_keeps_no_group() => Verify.Analyzer(
        """"
        [ZeroAlloc]
        public class C
        {
            private static readonly Func<Func<int>> s_make = () => {|BOLT1202:S|};
            private static readonly Func<Func<int>> s_lambda = () => static () => 1;
            private static readonly Func<int> s_once = S;

            private static int S() => 1;
        }
        """");

    [Fact]
    public Task A_struct_receiver_is_boxed_too() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public Func<int> M(int n) => {|BOLT1202:{|BOLT1301:n|}.GetHashCode|};
        }
        """");

    [Fact]
    public Task Static_groups_are_kept_by_the_compiler() => Verify.Analyzer(
        """"
        public class C
        {
            private static int S() => 1;

            [ZeroAlloc]
            public unsafe (Func<int>, Func<int>) M()
            {
                delegate*<int> pointer = &S;
                pointer();
                return (S, Local);

                static int Local() => 1;
            }
        }
        """");
}
