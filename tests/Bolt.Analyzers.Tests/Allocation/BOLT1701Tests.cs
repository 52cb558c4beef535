using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
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

    [Fact]
    public Task The_fix_marks_what_is_called() => BehaviourPreserved.Fix<AddZeroAllocCodeFix>(
        """
        public class Program
        {
            [ZeroAlloc]
            public static string Run() => {|BOLT1701:Describe(1)|} ?? {|BOLT1701:s_program.Name|} ?? {|BOLT1701:s_program["a"]|} ?? {|BOLT1701:Describe(2)|};

            private static readonly Program s_program = new();

            /// <summary>Says it.</summary>
            static string Describe(int id) => "n" + id;

            // Not always there.
            [Obsolete("no", false)]
            string Name
            {
                get { return "n" + this[""]; }
            }

            string this[string name] => "n" + name; string Other => "";
        }
        """,
        """
        public class Program
        {
            [ZeroAlloc]
            public static string Run() => Describe(1) ?? s_program.Name ?? s_program["a"] ?? Describe(2);

            private static readonly Program s_program = new();

            /// <summary>Says it.</summary>
            [ZeroAlloc]
            static string Describe(int id) => {|BOLT1101:"n" + id|};

            // Not always there.
            [ZeroAlloc]
            [Obsolete("no", false)]
            string Name
            {
                get { return {|BOLT1101:"n" + this[""]|}; }
            }

            [ZeroAlloc]
            string this[string name] => {|BOLT1101:"n" + name|}; string Other => "";
        }
        """,
        iterations: 3);

    [Fact]
    public Task The_fix_goes_on_through_files_until_the_allocation() => Verify.Fix<AddZeroAllocCodeFix>(
        [
            """class A { [ZeroAlloc] object Run(B b) => {|BOLT1701:B.First(b)|}; }""",
            """
            namespace Other
            {
                class ZeroAlloc;
            }

            class B
            {
                public static object First(B b) => C.Second(b);
            }
            """,
            """
            namespace Other
            {
                static class Inner
                {
                    internal static object Third() => new object();
                }
            }

            class C
            {
                public static object Second(B b) => Other.Inner.Third();
            }
            """,
        ],
        [
            """class A { [ZeroAlloc] object Run(B b) => B.First(b); }""",
            """
            namespace Other
            {
                class ZeroAlloc;
            }

            class B
            {
                [ZeroAlloc]
                public static object First(B b) => C.Second(b);
            }
            """,
            """
            namespace Other
            {
                static class Inner
                {
                    [ZeroAlloc]
                    internal static object Third() => {|BOLT1001:new object()|};
                }
            }

            class C
            {
                [ZeroAlloc]
                public static object Second(B b) => Other.Inner.Third();
            }
            """,
        ],
        iterations: 3,
        fixAllIterations: 3);

    [Fact]
    public Task What_is_written_nowhere_is_not_marked() => Verify.NoFix<AddZeroAllocCodeFix>(
        """
        sealed record R(int X);

        class Implied
        {
            object _made = new();
        }

        class C
        {
            [ZeroAlloc]
            string Run(R r) => {|BOLT1701:r.ToString()|};
        }
        """);
}
