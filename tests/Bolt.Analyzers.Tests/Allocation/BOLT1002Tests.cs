using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1002Tests : AllocationRuleTests
{
    protected override string Message =>
        "Allocates 'byte[]'; rent it from ArrayPool, or use stackalloc for a small one";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public byte[] M(int size) => {|BOLT1002:new byte[size]|};
        }
        """";

    [Fact]
    public Task A_range_of_an_array_copies() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int[] M(int[] values) => {|BOLT1002:values[1..3]|};
        }
        """");

    [Fact]
    public Task Data_of_a_span_and_stack_memory_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public ReadOnlySpan<byte> Data() => new byte[] { 1, 2, 3 };

            [ZeroAlloc]
            public int M(int[] values)
            {
                Span<int> buffer = stackalloc int[4];
                return buffer.Length + values.AsSpan()[1..3].Length + Array.Empty<int>().Length;
            }
        }
        """");
}
