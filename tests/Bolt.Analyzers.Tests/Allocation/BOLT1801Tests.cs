using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1801Tests : RuleTests<AllocationAnalyzer>
{
    protected override string Message => "Nothing in 'C.Add' allocates; remove [AllowAllocation]";

    protected override string Violation =>
        """
        class C
        {
            [{|BOLT1801:AllowAllocation("it did once")|}]
            int Add(int a, int b) => a + b;
        }
        """;

    [Fact]
    public Task An_attribute_that_excuses_something_is_silent() => Verify.Analyzer(
        """
        interface I { object Run(); }

        class C
        {
            [AllowAllocation("a")] object Makes() => new object();
            [AllowAllocation("b")] object Calls() => Hidden();
            [AllowAllocation("c")] object Unknown(I i) => i.Run();
            [AllowAllocation("d")] object Made { get => new object(); set { } }
            object Hidden() => new object();
        }

        [AllowAllocation("e")] class Whole { object Makes() => new object(); }
        [{|BOLT1801:AllowAllocation("f")|}] class Clean { int One() => 1; }
        abstract class Base { [AllowAllocation("g")] public abstract object Run(); }
        """);

    [Fact]
    public Task Cold_code_needs_no_excuse() => Verify.Analyzer(
        """
        class C
        {
            [{|BOLT1801:AllowAllocation("throws")|}]
            void Check(int n) { if (n < 0) throw new Exception(); }

            [{|BOLT1801:AllowAllocation("property")|}]
            int Value { get; set; }
        }
        """);

    [Fact]
    public Task The_fix_removes_the_attribute_and_no_comment() => BehaviourPreserved.Fix<RemoveContractCodeFix>(
        """
        /// <summary>A program.</summary>
        [{|BOLT1801:AllowAllocation("all of it")|}]
        public static class Program
        {
            // What runs.
            [{|BOLT1801:AllowAllocation("it did once")|}] // in 2019
            public static string Run() => Name ?? Other(1);

            [Obsolete("old", false), {|BOLT1801:Bolt.AllowAllocation("it did once")|}]
            public static string? Name { get; set; }

            [Obsolete]

            // Why it does.
            [{|BOLT1801:AllowAllocationAttribute("it did once")|}]
            // What it does.
            public static string Other(int a) => a == 1 ? "one" : "other";

            #region Types
            [{|BOLT1801:AllowAllocation("it did once")|}] public static int Same() => 1;
            #endregion
        }
        """,
        """
        /// <summary>A program.</summary>
        public static class Program
        {
            // What runs.
            // in 2019
            public static string Run() => Name ?? Other(1);

            [Obsolete("old", false)]
            public static string? Name { get; set; }

            [Obsolete]

            // Why it does.
            // What it does.
            public static string Other(int a) => a == 1 ? "one" : "other";

            #region Types
            public static int Same() => 1;
            #endregion
        }
        """);

    [Fact]
    public Task The_fix_goes_through_all_files() => Verify.Fix<RemoveContractCodeFix>(
        [
            """partial class C { [{|BOLT1801:AllowAllocation("a")|}] int One() => 1; }""",
            """partial class C { [{|BOLT1801:AllowAllocation("b")|}] int Two() => 2; }""",
        ],
        [
            """partial class C { int One() => 1; }""",
            """partial class C { int Two() => 2; }""",
        ]);
}
