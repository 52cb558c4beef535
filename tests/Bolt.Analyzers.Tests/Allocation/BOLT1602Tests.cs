using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1602Tests : AllocationRuleTests
{
    protected override string Message =>
        "'M' allocates a task for its result, and its state when it is suspended; return ValueTask<T> with [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]";

    protected override string Violation =>
        """"
        using System.Threading.Tasks;

        public class C
        {
            [ZeroAlloc]
            public async Task<int> {|BOLT1602:M|}(ValueTask<int> task) => await task;
        }
        """";

    [Fact]
    public Task Lambdas_and_ValueTask_are_found() => Verify.Analyzer(
        """"
        using System.Threading.Tasks;

        public class C
        {
            [ZeroAlloc]
            public async ValueTask {|BOLT1602:M|}(ValueTask task) => await task;

            [ZeroAlloc]
            public Func<ValueTask, Task> N() => {|BOLT1602:static async task => await task|};
        }
        """");

    [Fact]
    public Task Pooling_builders_and_methods_that_hand_a_task_on_are_silent() => Verify.Analyzer(
        """"
        using System.Threading.Tasks;

        public class C
        {
            [ZeroAlloc]
            [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder))]
            public async ValueTask M(ValueTask task) => await task;

            [ZeroAlloc]
            public Task N(Task task) => task;
        }
        """");
}
