using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1105Tests : AllocationRuleTests
{
    protected override string Message =>
        "'string.Substring' copies characters to a new string; use AsSpan() and its Slice";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(string text) => {|BOLT1105:text.Substring(1)|};
        }
        """";

    [Fact]
    public Task Ranges_case_changes_and_splits_are_found() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(string text)
            {
                var range = {|BOLT1105:text[1..3]|};
                var upper = {|BOLT1105:text.ToUpperInvariant()|};
                var parts = {|BOLT1105:text.Split(',')|};
            }
        }
        """");

    [Fact]
    public Task Spans_of_a_string_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(string text) => text.AsSpan()[1..3].Trim().Length + text.AsSpan(1).Length;
        }
        """");
}
