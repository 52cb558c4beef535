using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1103Tests : AllocationRuleTests
{
    protected override string Message =>
        "'string.Join' formats a new string; append the parts to a buffer";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(string[] parts) => {|BOLT1103:string.Join(",", parts)|};
        }
        """";

    [Fact]
    public Task A_boxed_argument_is_a_cause_of_its_own() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(int n, System.Text.StringBuilder text)
            {
                {|BOLT1103:text.AppendFormat("{0}", text)|};
                return {|BOLT1103:string.Format("{0}", {|BOLT1301:n|})|};
            }
        }
        """");
}
