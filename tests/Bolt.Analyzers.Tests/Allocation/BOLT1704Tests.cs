using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1704Tests : RuleTests<AllocationAnalyzer>
{
    protected override string Message => "'Derived.Run' is allowed to allocate, but 'Base.Run' is [ZeroAlloc]; remove [AllowAllocation], or take [ZeroAlloc] off 'Base.Run'";

    protected override string Violation =>
        """
        abstract class Base
        {
            [ZeroAlloc]
            public abstract object Run();
        }

        class Derived : Base
        {
            [AllowAllocation("convenient")]
            public override object {|BOLT1704:Run|}() => new object();
        }
        """;

    [Fact]
    public Task Implementations_escape_too() => Verify.Analyzer(
        """
        interface I { [ZeroAlloc] object Run(); [ZeroAlloc] object Made { get; } object Free(); }

        class A : I
        {
            [AllowAllocation("a")] public object {|BOLT1704:Run|}() => new object();
            [AllowAllocation("b")] object I.{|BOLT1704:Made|} => new object();
            [AllowAllocation("c")] public object Free() => new object();
        }

        class Base { public object Run() => new object(); public object Made => this; public object Free() => this; }
        class {|BOLT1704:{|BOLT1704:B|}|} : Base, I;

        class Kept { [ZeroAlloc] public object Run() => this; [ZeroAlloc] public object Made => this; public object Free() => this; }
        class C : Kept, I;
        """);

    [Fact]
    public Task An_override_inherits_the_contract() => Verify.Analyzer(
        """
        class Base { [ZeroAlloc] public virtual object Run() => this; [ZeroAlloc] public virtual object Made => this; }
        class Derived : Base { public override object Run() => {|BOLT1001:new object()|}; public override object Made => {|BOLT1001:new object()|}; }
        interface I { [ZeroAlloc] object Go(); }
        class Implicit : I { public object Go() => {|BOLT1001:new object()|}; }
        class Explicit : I { object I.Go() => {|BOLT1001:new object()|}; }
        """);

    [Fact]
    public Task The_fix_takes_the_contract_back_or_marks_the_inherited_member() => BehaviourPreserved.Fix<AddZeroAllocCodeFix>(
        """
        interface I { [ZeroAlloc] object Run(); [ZeroAlloc] object? Made { get; } }

        class A : I
        {
            // Runs.
            [AllowAllocation("a")] public object {|BOLT1704:Run|}() => this;

            [AllowAllocation("b")]
            object I.{|BOLT1704:Made|} => new object();
        }

        class Base
        {
            // Runs.
            public object Run() => this;
            public object? Made { get; set; }
        }

        class {|BOLT1704:{|BOLT1704:B|}|} : Base, I;

        public static class Program
        {
            public static string Run() => new A().Run().ToString() + new B().Run().ToString();
        }
        """,
        """
        interface I { [ZeroAlloc] object Run(); [ZeroAlloc] object? Made { get; } }

        class A : I
        {
            // Runs.
            public object Run() => this;

            object I.Made => {|BOLT1001:new object()|};
        }

        class Base
        {
            // Runs.
            [ZeroAlloc]
            public object Run() => this;
            [ZeroAlloc]
            public object? Made { get; set; }
        }

        class B : Base, I;

        public static class Program
        {
            public static string Run() => new A().Run().ToString() + new B().Run().ToString();
        }
        """);

    [Fact]
    public Task The_fix_reaches_other_files() => Verify.Fix<AddZeroAllocCodeFix>(
        [
            """interface I { [ZeroAlloc] object Run(); } class {|BOLT1704:B|} : Base, I; class {|BOLT1704:C|} : Base, I;""",
            """class Base { public object Run() => this; }""",
        ],
        [
            """interface I { [ZeroAlloc] object Run(); } class B : Base, I; class C : Base, I;""",
            """class Base { [ZeroAlloc] public object Run() => this; }""",
        ],
        iterations: 1);

    [Fact]
    public Task An_inherited_member_that_is_allowed_to_allocate_keeps_its_exception() => Verify.NoFix<AddZeroAllocCodeFix>(
        """
        interface I { [ZeroAlloc] object Run(); }
        class Base { [AllowAllocation("a")] public object Run() => new object(); }
        class {|BOLT1704:B|} : Base, I;
        """);
}
