using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1101Tests : AllocationRuleTests
{
    protected override string Message =>
        "Concatenates 3 parts to a new string; append the parts to a buffer";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(string a, string b) => {|BOLT1101:a + "-" + b|};
        }
        """";

    [Fact]
    public Task It_is_said_once_at_the_top() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(string a, int n)
            {
                a = {|BOLT1101:a + "x" + (a + n) + $"{a}!"|};
                {|BOLT1101:a += n|};
                return {|BOLT1101:$"{a}-{a}"|};
            }
        }
        """");

    [Fact]
    public Task Constants_and_empty_parts_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            private const string Prefix = "a" + "b";

            [ZeroAlloc]
            public string M(string a) => a + "" + null;

            [ZeroAlloc]
            public string N() => Prefix + "c" + nameof(M);

            [ZeroAlloc]
            public string O(string a) => $"{a}";
        }
        """");
}
