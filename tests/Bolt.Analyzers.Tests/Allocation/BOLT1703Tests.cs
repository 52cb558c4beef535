using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1703Tests : RuleTests<AllocationAnalyzer>
{
    protected override string Message => "It is not known whether 'I.Run' allocates: it is a member of an interface; mark it [ZeroAlloc]";

    protected override string Configuration => "dotnet_diagnostic.BOLT1703.severity = warning";

    protected override string Violation =>
        """
        interface I { void Run(); }

        class C
        {
            [ZeroAlloc]
            void Run(I i) => {|BOLT1703:i.Run()|};
        }
        """;

    [Fact]
    public void The_rule_is_off_by_default() =>
        Assert.False(new AllocationAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == "BOLT1703").IsEnabledByDefault);

    [Fact]
    public Task A_contract_makes_it_known() => Verify.Analyzer(
        """
        interface I { [ZeroAlloc] void Run(); }
        [ZeroAlloc] interface J { int Value { get; } }
        abstract class B { [ZeroAlloc] public abstract void Run(); public virtual void Walk() { } }
        sealed class D : B { public override void Run() { } public override void Walk() { } }

        class C
        {
            [ZeroAlloc]
            void Run(I i, J j, B b, D d, Action action)
            {
                i.Run();
                _ = j.Value;
                b.Run();
                {|BOLT1703:b.Walk()|};
                d.Walk();
                {|BOLT1703:action()|};
            }
        }
        """,
        Configuration,
        []);

    [Fact]
    public Task The_fix_marks_the_member() => BehaviourPreserved.Fix<AddZeroAllocCodeFix>(
        """
        public interface I
        {
            int Value { get; }
        }

        public abstract class B
        {
            public virtual int Walk() => 1;
        }

        class D : B, I
        {
            public int Value => 2;
        }

        public static class Program
        {
            [ZeroAlloc]
            static int Sum(I i, B b) => {|BOLT1703:i.Value|} + {|BOLT1703:b.Walk()|};

            public static string Run() => "" + Sum(new D(), new D());
        }
        """,
        """
        public interface I
        {
            [ZeroAlloc]
            int Value { get; }
        }

        public abstract class B
        {
            [ZeroAlloc]
            public virtual int Walk() => 1;
        }

        class D : B, I
        {
            public int Value => 2;
        }

        public static class Program
        {
            [ZeroAlloc]
            static int Sum(I i, B b) => i.Value + b.Walk();

            public static string Run() => "" + Sum(new D(), new D());
        }
        """);

    [Fact]
    public Task The_fix_reaches_the_project_that_declares_it() => Verify.FixInReferenced<AddZeroAllocCodeFix>(
        """
        class A
        {
            [ZeroAlloc]
            int Run() => {|BOLT1703:B.Make()|};
        }
        """,
        """
        public static class B
        {
            public static int Make() => 1;
        }
        """,
        """
        class A
        {
            [ZeroAlloc]
            int Run() => B.Make();
        }
        """,
        """
        public static class B
        {
            [ZeroAlloc]
            public static int Make() => 1;
        }
        """);

    [Fact]
    public Task Delegates_and_library_members_are_not_marked() => Verify.NoFix<AddZeroAllocCodeFix>(
        """
        class C
        {
            [ZeroAlloc]
            void Run(Action action, IDisposable disposable)
            {
                {|BOLT1703:action()|};
                {|BOLT1703:disposable.Dispose()|};
            }
        }
        """);
}
