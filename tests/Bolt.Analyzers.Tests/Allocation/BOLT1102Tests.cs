using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1102Tests : AllocationRuleTests
{
    protected override string Message =>
        "Formats a new 'string'; append to a buffer, or use a log template with arguments";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(int n) => {|BOLT1102:$"n = {n}"|};
        }
        """";

    [Fact]
    public Task FormattableString_and_sums_are_found() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(int n)
            {
                FormattableString lazy = {|BOLT1102:$"{n}"|};
                var sum = {|BOLT1102:$"a{n}" + $"b{n}"|};
                var padded = {|BOLT1102:$"{sum,8}"|};
            }
        }
        """");

    [Fact]
    public Task What_a_handler_takes_is_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public bool M(int n, Span<char> buffer) => buffer.TryWrite($"n = {n}", out _);

            [ZeroAlloc]
            public string N() => $"plain";
        }
        """");
}
