using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1701Tests : RuleTests<AllocationAnalyzer>
{
    protected override string Message =>
        "Calls 'C.Describe', which boxes 'int' to 'object' (Test0.cs:6); make it [ZeroAlloc], or do not call it here";

    protected override string Violation =>
        """
        class C
        {
            [ZeroAlloc]
            void Run() => {|BOLT1701:Describe(1)|};

            void Describe(int id) => Keep((object)id);

            void Keep(object value) { }
        }
        """;

    [Fact]
    public Task The_path_leads_through_several_methods_and_files() => Verify.Files(
        null,
        """
        class A
        {
            [ZeroAlloc]
            void Run() => {|BOLT1701:B.First()|};
        }
        """,
        """
        static class B
        {
            public static void First() => Second(0);
            static void Second(int depth) { if (depth < 3) First(); else C.Third(); }
        }
        """,
        """
        static class C
        {
            public static int[] Third() => new int[3];
        }
        """);

    [Fact]
    public Task Recursion_that_allocates_nothing_is_silent() => Verify.Analyzer(
        """
        static class A
        {
            [ZeroAlloc]
            static int Run() => Even(4) ? 1 : 0;
            static bool Even(int n) => n == 0 || Odd(n - 1);
            static bool Odd(int n) => n != 0 && Even(n - 1);
        }
        """);

    [Fact]
    public Task Recursion_that_allocates_somewhere_is_reported_wherever_it_is_entered() => Verify.Analyzer(
        """
        static class A
        {
            [ZeroAlloc]
            static void Run() { {|BOLT1701:Even(4)|}; {|BOLT1701:Odd(3)|}; }
            static bool Even(int n) => n == 0 || Odd(n - 1);
            static bool Odd(int n) { var made = new object(); return n != 0 && Even(n - 1); }
        }
        """);

    [Fact]
    public Task Implied_calls_count() => Verify.Analyzer(
        """
        class Made
        {
            object field = new object();
            public static Made operator +(Made a, Made b) { var o = new object(); return a; }
            public static implicit operator int(Made a) { var o = new object(); return 1; }
            public int Value { get { var o = new object(); return 1; } set { } }
            public int this[int index] => new int[index].Length;
        }

        ref struct Scope
        {
            public void Dispose() { var o = new object(); }
        }

        struct Items
        {
            public Enumerator GetEnumerator() { var o = new object(); return default; }

            public struct Enumerator
            {
                public int Current => 0;
                public bool MoveNext() => false;
            }
        }

        static class A
        {
            [ZeroAlloc]
            static void Run(Made a, Items items)
            {
                var sum = {|BOLT1701:a + a|};
                int converted = {|BOLT1701:a|};
                var read = {|BOLT1701:a.Value|};
                a.Value = 3;
                var indexed = {|BOLT1701:a[2]|};
                using (var scope = new Scope()) { }
                foreach (var item in {|BOLT1701:items|}) { }
            }
        }
        """.Replace("var scope = new Scope()", "var {|BOLT1701:scope = new Scope()|}", StringComparison.Ordinal));

    [Fact]
    public Task A_constructor_runs_the_initialisers_of_its_type_and_of_the_base() => Verify.Analyzer(
        """
        struct S
        {
            object field = new object();
            public S(int id) { }
            public S(string s) : this(1) { }
        }

        class Base { object made = new object(); }
        class Derived : Base { }

        static class A
        {
            [ZeroAlloc]
            static void Run()
            {
                var a = {|BOLT1701:new S(1)|};
                var b = {|BOLT1701:new S("")|};
                var c = {|BOLT1701:{|BOLT1001:new Derived()|}|};
            }
        }
        """);

    [Fact]
    public Task What_has_a_contract_answers_for_itself() => Verify.Analyzer(
        """
        static class A
        {
            [ZeroAlloc]
            static void Run() { Promised(); Excused(); }

            [ZeroAlloc]
            static object Promised() => {|BOLT1001:new object()|};

            [AllowAllocation("measured")]
            static object Excused() => new object();
        }
        """);

    [Fact]
    public Task Cold_code_of_the_callee_is_silent() => Verify.Analyzer(
        """
        static class A
        {
            static object? s_lazy;

            [ZeroAlloc]
            static void Run(int n) { Checked(n); Lazy(); Handled(); }

            static void Checked(int n) { if (n < 0) throw new ArgumentException("n" + n); }
            static object Lazy() => s_lazy ??= new object();
            static void Handled() { try { } catch (Exception) { var o = new object(); } }
        }
        """);

    [Fact]
    public Task Local_functions_are_part_of_the_member() => Verify.Analyzer(
        """
        static class A
        {
            [ZeroAlloc]
            static void Run()
            {
                Local();
                static object Local() => {|BOLT1001:new object()|};
            }

            static void Other()
            {
                [ZeroAlloc] static void Inner() { {|BOLT1701:Sibling()|}; }
                static object Sibling() => new object();
                Inner();
            }
        }
        """);

    [Fact]
    public Task Where_everything_is_in_scope_only_the_allocation_itself_is_reported() => Verify.Analyzer(
        """
        static class A
        {
            static void Run() => Make();
            static object Make() => {|BOLT1001:new object()|};
        }
        """,
        "bolt_allocation_scope = all",
        []);
}
