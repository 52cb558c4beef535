using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1202Tests : AllocationRuleTests
{
    protected override string Message =>
        "Creates a 'Func<int>' for 'GetHashCode' of an instance; keep it in a field";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public Func<int> M() => {|BOLT1202:GetHashCode|};
        }
        """";

    [Fact]
    public Task New_delegates_and_local_functions_that_are_not_static_are_found() => Verify.Analyzer(
        """"
        public class C
        {
            private static int S() => 1;

            [ZeroAlloc]
            public (Func<int>, Func<int>) M()
            {
                return ({|BOLT1202:new Func<int>(S)|}, {|BOLT1202:Local|});

                int Local() => 1;
            }
        }
        """");

    [Fact]
    public Task In_static_initialization_the_compiler_keeps_no_group() => Verify.Analyzer(
        """"
        [ZeroAlloc]
        public class C
        {
            private static readonly Func<Func<int>> s_make = () => {|BOLT1202:S|};
            private static readonly Func<Func<int>> s_lambda = () => static () => 1;
            private static readonly Func<int> s_once = S;

            private static int S() => 1;
        }
        """");

    [Fact]
    public Task A_struct_receiver_is_boxed_too() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public Func<int> M(int n) => {|BOLT1202:{|BOLT1301:n|}.GetHashCode|};
        }
        """");

    [Fact]
    public Task Static_groups_are_kept_by_the_compiler() => Verify.Analyzer(
        """"
        public class C
        {
            private static int S() => 1;

            [ZeroAlloc]
            public unsafe (Func<int>, Func<int>) M()
            {
                delegate*<int> pointer = &S;
                pointer();
                return (S, Local);

                static int Local() => 1;
            }
        }
        """");

    [Fact]
    public Task The_fix_drops_new_and_makes_local_functions_static() => BehaviourPreserved.Fix<StaticDelegateCodeFix>(
        """"
        public static class Program
        {
            private static int One() => 1;

            [ZeroAlloc]
            private static int Call(Func<int> f) => 1;

            [ZeroAlloc]
            private static int Call(Delegate f) => 2;

            [ZeroAlloc]
            public static string Run()
            {
                Func<int> typed = /* why */ {|BOLT1202:new Func<int>(One)|} /* here */;
                Func<int> implied = {|BOLT1202:new(Program.One)|};
                var natural = {|BOLT1202:new Func<int>(One)|};
                var local = {|BOLT1202:new Func<int>(Two)|};
                Func<int> again = {|BOLT1202:Two|};
                int sum = typed() + implied() + natural() + local() + again() + Call({|BOLT1202:new Func<int>(One)|}) + {|BOLT1202:new Func<int>(One)|}.Invoke();
                return sum == 10 ? "10" : "other";

                // What two is.
                int Two() => Inner() * 2;

                [System.ComponentModel.Description("One.")]
                int Inner() => 1;
            }
        }
        """",
        """"
        public static class Program
        {
            private static int One() => 1;

            [ZeroAlloc]
            private static int Call(Func<int> f) => 1;

            [ZeroAlloc]
            private static int Call(Delegate f) => 2;

            [ZeroAlloc]
            public static string Run()
            {
                Func<int> typed = /* why */ One /* here */;
                Func<int> implied = Program.One;
                var natural = One;
                var local = Two;
                Func<int> again = Two;
                int sum = typed() + implied() + natural() + local() + again() + Call(One) + ((Func<int>)One).Invoke();
                return sum == 10 ? "10" : "other";

                // What two is.
                static int Two() => Inner() * 2;

                [System.ComponentModel.Description("One.")]
                static int Inner() => 1;
            }
        }
        """",
        iterations: 6);

    [Fact]
    public Task A_cast_says_the_type_that_the_place_does_not_give() => BehaviourPreserved.Fix<StaticDelegateCodeFix>(
        """"
        public static class Program
        {
            private static bool IsOdd(int value) => value % 2 != 0;

            [ZeroAlloc]
            public static string Run()
            {
                var odd = {|BOLT1202:new Predicate<int>(IsOdd)|};
                object boxed = {|BOLT1202:new Predicate<int>(IsOdd)|};
                return odd(3) && boxed is Predicate<int> ? "odd" : "even";
            }
        }
        """",
        """"
        public static class Program
        {
            private static bool IsOdd(int value) => value % 2 != 0;

            [ZeroAlloc]
            public static string Run()
            {
                var odd = (Predicate<int>)IsOdd;
                object boxed = (Predicate<int>)IsOdd;
                return odd(3) && boxed is Predicate<int> ? "odd" : "even";
            }
        }
        """");

    [Fact]
    public Task Delegates_of_an_instance_or_of_another_delegate_are_not_made_static() => Verify.NoFix<StaticDelegateCodeFix>(
        """"
        public class C
        {
            private int I() => 1;

            [ZeroAlloc]
            public (Func<int>, Func<int>, Func<int>) M(Func<int> f) => ({|BOLT1202:I|}, {|BOLT1202:new Func<int>(I)|}, {|BOLT1202:new Func<int>(f)|});
        }
        """");

    [Fact]
    public Task The_other_fix_keeps_the_delegate_of_a_method_of_the_object() => BehaviourPreserved.Fix<KeepDelegateCodeFix>(
        """"
        #nullable enable
        public class Program
        {
            // How many.
            public int Count => 3;

            public static string Run() => new Program().Sum(2) + new Other().Sum();

            [ZeroAlloc]
            private string Sum(int n)
            {
                Func<int, int> one = /* it */ {|BOLT1202:Add|};
                var two = {|BOLT1202:new Func<int, int>(this.Add)|};
                return one(n) + Call({|BOLT1202:Add|}) + two(1) + Is({|BOLT1202:IsOdd|}) > 0 ? "more" : "less";
            }

            [ZeroAlloc]
            private int Add(int n) => n + Count;

            [ZeroAlloc]
            private bool IsOdd(int n) => n % 2 != 0;

            [ZeroAlloc]
            private static int Call(Func<int, int> f) => f(1);

            [ZeroAlloc]
            private static int Is(Predicate<int> f) => f(1) ? 1 : 0;

            private class Other
            {
                private readonly int _n = 1;

                [ZeroAlloc]
                public int Sum() => ({|BOLT1202:new Func<int>(Get)|})();

                [ZeroAlloc]
                private int Get() => _n;
            }
        }
        """",
        """"
        #nullable enable
        public class Program
        {
            private Func<int, int>? _add;
            private Predicate<int>? _isOddPredicate;

            // How many.
            public int Count => 3;

            public static string Run() => new Program().Sum(2) + new Other().Sum();

            [ZeroAlloc]
            private string Sum(int n)
            {
                Func<int, int> one = /* it */ _add ??= Add;
                var two = _add ??= this.Add;
                return one(n) + Call(_add ??= Add) + two(1) + Is(_isOddPredicate ??= IsOdd) > 0 ? "more" : "less";
            }

            [ZeroAlloc]
            private int Add(int n) => n + Count;

            [ZeroAlloc]
            private bool IsOdd(int n) => n % 2 != 0;

            [ZeroAlloc]
            private static int Call(Func<int, int> f) => f(1);

            [ZeroAlloc]
            private static int Is(Predicate<int> f) => f(1) ? 1 : 0;

            private class Other
            {
                private readonly int _n = 1;
                private Func<int>? _get;

                [ZeroAlloc]
                public int Sum() => (_get ??= Get)();

                [ZeroAlloc]
                private int Get() => _n;
            }
        }
        """");

    [Fact]
    public Task A_delegate_is_not_kept_where_the_field_would_be_seen_or_copied() => Verify.NoFix<KeepDelegateCodeFix>(
        """"
        public record R
        {
            private int I() => 1;

            [ZeroAlloc]
            public Func<int> M() => {|BOLT1202:I|};
        }

        public class Made
        {
            private readonly Func<int> _f;

            [ZeroAlloc]
            public Made() => _f = {|BOLT1202:I|};

            private int I() => 1;
        }

        public class Copied
        {
            private int I() => 1;

            public object Copy() => MemberwiseClone();

            [ZeroAlloc]
            public Func<int> M() => {|BOLT1202:I|};
        }

        public struct S
        {
            private int I() => 1;

            [ZeroAlloc]
            public Func<int> M() => {|BOLT1202:{|BOLT1301:I|}|};
        }

        public class C
        {
            private int _i;

            private int I() => 1;

            private int O() => 1;

            private int O(int n) => n;

            private string T() => "";

            [ZeroAlloc]
            public (Func<int>, Func<int>, Func<object>, Func<int>) M(C other) => ({|BOLT1202:other.I|}, {|BOLT1202:O|}, {|BOLT1202:T|}, {|BOLT1202:I|});
        }
        """");
}
