using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1104Tests : AllocationRuleTests
{
    protected override string Message =>
        "'int.ToString()' allocates a string; pass the value itself: 'Append' takes it";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(System.Text.StringBuilder text, int n) => text.Append({|BOLT1104:n.ToString()|});
        }
        """";

    [Fact]
    public Task In_a_hole_it_is_needless() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public bool M(int n, Span<char> buffer) => buffer.TryWrite($"{{|BOLT1104:n.ToString()|}}", out _);
        }
        """");
}
