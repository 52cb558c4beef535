using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
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

    [Fact]
    public Task The_fix_pools_the_state() => BehaviourPreserved.Fix<PoolingBuilderCodeFix>(
        """"
        using System.Runtime.CompilerServices;
        using System.Threading.Tasks;

        public static class Program
        {
            // Waits.
            [ZeroAlloc]
            public static async ValueTask {|BOLT1602:Wait|}(int depth)
            {
                await Task.Yield();
                if (depth > 0)
                    await Wait(depth - 1);
                await Local();

                async ValueTask<int> {|BOLT1602:Local|}() => await Two();
            }

            /// <summary>Two.</summary>
            [ZeroAlloc]
            private static async Task<int> {|BOLT1602:Two|}()
            {
                await Fail().ConfigureAwait(false);
                return 2;
            }

            [ZeroAlloc] private static async System.Threading.Tasks.Task {|BOLT1602:Fail|}() { await Task.Yield(); throw new OperationCanceledException("late"); }

            public static string Run()
            {
                try
                {
                    Wait(2).AsTask().GetAwaiter().GetResult();
                    return "done";
                }
                catch (OperationCanceledException failure)
                {
                    return failure.GetType() + failure.Message;
                }
            }
        }
        """",
        """"
        using System.Runtime.CompilerServices;
        using System.Threading.Tasks;

        public static class Program
        {
            // Waits.
            [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
            [ZeroAlloc]
            public static async ValueTask Wait(int depth)
            {
                await Task.Yield();
                if (depth > 0)
                    await Wait(depth - 1);
                await Local();

                [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
                async ValueTask<int> Local() => await Two();
            }

            /// <summary>Two.</summary>
            [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
            [ZeroAlloc]
            private static async ValueTask<int> Two()
            {
                await Fail().ConfigureAwait(false);
                return 2;
            }

            [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
            [ZeroAlloc] private static async ValueTask Fail() { await Task.Yield(); throw new OperationCanceledException("late"); }

            public static string Run()
            {
                try
                {
                    Wait(2).AsTask().GetAwaiter().GetResult();
                    return "done";
                }
                catch (OperationCanceledException failure)
                {
                    return failure.GetType() + failure.Message;
                }
            }
        }
        """");

    [Fact]
    public Task Tasks_that_others_see_or_that_are_more_than_awaited_stay() => Verify.NoFix<PoolingBuilderCodeFix>(
        """"
        using System.Threading.Tasks;

        public class C
        {
            [ZeroAlloc]
            public async Task {|BOLT1602:Public|}(Task task) => await task;

            [ZeroAlloc]
            private async Task {|BOLT1602:Kept|}(Task task) => await task;

            [ZeroAlloc]
            private async Task<int> {|BOLT1602:Group|}(Task<int> task) => await task;

            [ZeroAlloc]
            private async void {|BOLT1602:Nothing|}(Task task) => await task;

            public Task Both(Task task) => Task.WhenAll(Kept(task), Kept(task));

            public Func<Task<int>, Task<int>> Get() => Group;
        }
        """");

    [Fact]
    public Task The_fix_goes_through_all_files() => Verify.Fix<PoolingBuilderCodeFix>(
        ["using System.Threading.Tasks; class C { [ZeroAlloc] async ValueTask {|BOLT1602:M|}() => await Task.Yield(); }", "using System.Threading.Tasks; class D { [ZeroAlloc] async ValueTask {|BOLT1602:M|}() => await Task.Yield(); }"],
        [
            "using System.Threading.Tasks; class C { [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder))][ZeroAlloc] async ValueTask M() => await Task.Yield(); }",
            "using System.Threading.Tasks; class D { [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder))][ZeroAlloc] async ValueTask M() => await Task.Yield(); }",
        ]);
}
