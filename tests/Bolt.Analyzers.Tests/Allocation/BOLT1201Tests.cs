using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
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

    [Fact]
    public Task The_fix_passes_what_is_captured() => BehaviourPreserved.Fix<PassStateCodeFix>(
        """"
        using System.Collections.Concurrent;
        using System.Threading;

        public sealed class Program
        {
            private readonly ConcurrentDictionary<string, string> _texts = new();
            private readonly string _name = "name";

            public static string Run() => new Program().Text("x", 3);

            [ZeroAlloc]
            private static string Join(string a, string b, int c) => {|BOLT1101:a + b + c|};

            [ZeroAlloc]
            private string Text(string text, int number)
            {
                var one = _texts.GetOrAdd("one", {|BOLT1201:key => {|BOLT1101:key + text|}|});
                var two = _texts.GetOrAdd(one, /* made */ {|BOLT1201:key => Join(key, text, number)|} /* once */);
                var three = _texts.GetOrAdd("three", {|BOLT1201:_ => _name|});
                var four = _texts.GetOrAdd(
                    two,
                    {|BOLT1201:(key) =>
                    {
                        // Its name.
                        return Join(this._name, GetName(), number);
                    }|});
                var five = _texts.AddOrUpdate("one", {|BOLT1201:key => text|}, {|BOLT1201:(key, old) => {|BOLT1101:old + text|}|});
                return {|BOLT1101:one + two + three + four + five|};
            }

            [ZeroAlloc]
            private string GetName() => _name;
        }
        """",
        """"
        using System.Collections.Concurrent;
        using System.Threading;

        public sealed class Program
        {
            private readonly ConcurrentDictionary<string, string> _texts = new();
            private readonly string _name = "name";

            public static string Run() => new Program().Text("x", 3);

            [ZeroAlloc]
            private static string Join(string a, string b, int c) => {|BOLT1101:a + b + c|};

            [ZeroAlloc]
            private string Text(string text, int number)
            {
                var one = _texts.GetOrAdd("one", static (key, text) => {|BOLT1101:key + text|}, text);
                var two = _texts.GetOrAdd(one, /* made */ static (key, state) => Join(key, state.text, state.number), (text, number) /* once */);
                var three = _texts.GetOrAdd("three", static (_, self) => self._name, this);
                var four = _texts.GetOrAdd(
                    two,
                    static (key, state) =>
                    {
                        // Its name.
                        return Join(state.self._name, state.self.GetName(), state.number);
                    }, (self: this, number));
                var five = _texts.AddOrUpdate("one", static (key, text) => text, static (key, old, text) => {|BOLT1101:old + text|}, text);
                return {|BOLT1101:one + two + three + four + five|};
            }

            [ZeroAlloc]
            private string GetName() => _name;
        }
        """",
        iterations: 5);

    [Fact]
    public Task The_fix_passes_state_to_what_runs_later() => BehaviourPreserved.Fix<PassStateCodeFix>(
        """"
        #pragma warning disable BOLT1702 // The pool allocates too.
        using System.Text;
        using System.Threading;

        public static class Program
        {
            public static string Run()
            {
                var (text, source, done) = (new StringBuilder(), new CancellationTokenSource(), new ManualResetEventSlim());
                Register(source.Token, text);
                source.Cancel();
                Queue(text, done, 5);
                done.Wait();
                return text.ToString();
            }

            [ZeroAlloc]
            private static void Register(CancellationToken token, StringBuilder text) => token.Register({|BOLT1201:() => text.Append("cancelled ")|});

            [ZeroAlloc]
            private static void Queue(StringBuilder text, ManualResetEventSlim done, int number) => ThreadPool.QueueUserWorkItem({|BOLT1201:_ =>
            {
                text.Append(number);
                done.Set();
            }|});
        }
        """",
        """"
        #pragma warning disable BOLT1702 // The pool allocates too.
        using System.Text;
        using System.Threading;

        public static class Program
        {
            public static string Run()
            {
                var (text, source, done) = (new StringBuilder(), new CancellationTokenSource(), new ManualResetEventSlim());
                Register(source.Token, text);
                source.Cancel();
                Queue(text, done, 5);
                done.Wait();
                return text.ToString();
            }

            [ZeroAlloc]
            private static void Register(CancellationToken token, StringBuilder text) => token.Register(static text => ((StringBuilder)text!).Append("cancelled "), text);

            [ZeroAlloc]
            private static void Queue(StringBuilder text, ManualResetEventSlim done, int number) => ThreadPool.QueueUserWorkItem(static state =>
            {
                state.text.Append(state.number);
                state.done.Set();
            }, (text, number, done), preferLocal: false);
        }
        """");

    [Fact]
    public Task State_is_not_passed_where_it_changes_or_nothing_takes_it() => Verify.NoFix<PassStateCodeFix>(
        """"
        #pragma warning disable BOLT1702 // The pool allocates too.
        using System.Collections.Concurrent;
        using System.Threading;

        public class C
        {
            [ZeroAlloc]
            public void M(ConcurrentDictionary<string, int> numbers, CancellationToken token, int n, int later, string text)
            {
                numbers.GetOrAdd("a", {|BOLT1201:key => n++|});
                token.Register({|BOLT1201:() => Console.Write(later)|});
                ThreadPool.QueueUserWorkItem({|BOLT1201:_ => Console.Write(text)|});
                text = "b";
                numbers.AddOrUpdate("a", 1, {|BOLT1201:(key, old) => old + later|});
                Array.Exists({|BOLT1002:new[] { "a" }|}, {|BOLT1201:item => item == text|});
            }
        }
        """");
}
