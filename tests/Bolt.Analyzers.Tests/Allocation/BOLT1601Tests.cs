using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1601Tests : AllocationRuleTests
{
    protected override string Message =>
        "'M' is an iterator: each call allocates its state; fill a buffer of the caller's, or return a struct enumerator";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public IEnumerable<int> {|BOLT1601:M|}()
            {
                yield return 1;
                yield return 2;
            }
        }
        """";

    [Fact]
    public Task Local_functions_and_accessors_are_found() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public IEnumerable<int> P
            {
                {|BOLT1601:get|}
                {
                    yield break;
                }
            }

            [ZeroAlloc]
            public void M()
            {
                static IEnumerable<int> {|BOLT1601:Local|}()
                {
                    yield return 1;
                }
            }
        }
        """");

    [Fact]
    public Task A_method_that_hands_a_sequence_on_is_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public IEnumerable<int> M(IEnumerable<int> values) => values;
        }
        """");
}
