using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1201Tests : AllocationRuleTests
{
    protected override string Message =>
        "Captures 'n', which allocates a delegate and an object; pass state to a static function";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public Func<int> M(int n) => {|BOLT1201:() => n|};
        }
        """";

    [Fact]
    public Task Each_lambda_of_a_shared_object_is_a_cause() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public (Func<int>, Func<int>) M(int n) => ({|BOLT1201:() => n|}, {|BOLT1201:() => n + 1|});
        }
        """");

    [Fact]
    public Task A_local_function_as_a_delegate_and_what_it_calls_are_followed() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public (Func<int>, Func<int>) M(int n)
            {
                return ({|BOLT1201:Local|}, {|BOLT1201:() => Local()|});

                int Local() => n;
            }
        }
        """");

    [Fact]
    public Task What_is_captured_in_an_async_local_function_is_on_the_heap() => Verify.Analyzer(
        """"
        using System.Threading.Tasks;

        public class C
        {
            [ZeroAlloc]
            public ValueTask M(int n)
            {
                return Local();

                [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder))]
                async ValueTask {|BOLT1201:Local|}() => await ValueTask.FromResult(n);
            }
        }
        """");

    [Fact]
    public Task An_expression_tree_is_one_cause() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(int n)
            {
                System.Linq.Expressions.Expression<Func<object>> tree = {|BOLT1201:() => new List<object> { n, n + "" }|};
            }
        }
        """");

    [Fact]
    public Task Functions_without_captures_and_direct_calls_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            private const int Constant = 2;

            [ZeroAlloc]
            public int M(int n)
            {
                const int two = 2;
                Func<int, int> lambda = x => x + two + Constant;
                return lambda(n) + Local();

                int Local() => n;
            }
        }
        """");
}
