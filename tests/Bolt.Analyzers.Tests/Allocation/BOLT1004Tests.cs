using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1004Tests : AllocationRuleTests
{
    protected override string Message =>
        "Allocates 'int[]'; convert to a span, or keep it in a static field";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public int[] M(int value) => {|BOLT1004:[value, 2]|};
        }
        """";

    [Fact]
    public Task The_target_type_decides() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(int value, List<int> more)
            {
                IEnumerable<int> sequence = {|BOLT1004:[value]|};
                List<int> list = {|BOLT1004:[]|};
                ReadOnlySpan<int> spread = {|BOLT1004:[.. more]|};
            }
        }
        """");

    [Fact]
    public Task Spans_and_empty_arrays_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int value, string name)
            {
                ReadOnlySpan<int> constants = [1, 2, 3];
                ReadOnlySpan<string> names = [name, name];
                Span<int> values = [value, value];
                int[] none = [];
                IReadOnlyList<int> empty = [];
                return constants.Length + names.Length + values.Length + none.Length + empty.Count;
            }
        }
        """");
}
