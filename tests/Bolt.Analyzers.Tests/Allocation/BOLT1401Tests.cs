using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1401Tests : AllocationRuleTests
{
    protected override string Message =>
        "Allocates 'int[]' for the arguments of 'params values'; call an overload without params, or pass a span";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int n) => {|BOLT1401:Sum(n, 2)|};

            private static int Sum(params int[] values) => values.Length;
        }
        """";

    [Fact]
    public Task A_call_of_another_constructor_is_marked_without_its_colon() => Verify.Analyzer(
        """"
        public class B(params int[] values);

        public class C : B
        {
            [ZeroAlloc]
            public C()
                : {|BOLT1401:base(1, 2)|}
            {
            }
        }
        """");

    [Fact]
    public Task Each_box_is_a_cause_of_its_own() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int n) => {|BOLT1401:Count({|BOLT1301:n|})|} + {|BOLT1401:Each("a")|};

            private static int Count(params object[] values) => values.Length;

            private static int Each(params IEnumerable<string> values) => 1;
        }
        """");

    [Fact]
    public Task Spans_no_arguments_and_arrays_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int n, int[] array) => Sum(n, 2) + Count() + Count(array);

            private static int Sum(params ReadOnlySpan<int> values) => values.Length;

            private static int Count(params int[] values) => values.Length;
        }
        """");
}
