using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1802Tests : RuleTests<AllocationAnalyzer>
{
    protected override string Message => "[AllowAllocation] on 'C.Make' gives no reason; say why it may allocate";

    protected override string Violation =>
        """
        class C
        {
            [{|BOLT1802:AllowAllocation(" ")|}]
            object Make() => new object();
        }
        """;

    [Fact]
    public Task Contracts_that_cannot_be_checked() => Verify.Analyzer(
        """
        using System.Runtime.InteropServices;

        static class C
        {
            [DllImport("c")]
            [{|BOLT1802:ZeroAlloc|}]
            static extern int getpid();

            [ZeroAlloc]
            [{|BOLT1802:AllowAllocation("both")|}]
            static int Both() => 1;

            [AllowAllocation("said")]
            static object Make() => new object();

            [ZeroAlloc]
            static int Fine() => 1;
        }
        """);

    [Fact]
    public Task The_assembly_too() => Verify.Analyzer("""[assembly: {|BOLT1802:AllowAllocation("")|}]""");

    [Fact]
    public Task A_projects_own_attributes_count() => Verify.Analyzer(
        """
        class C
        {
            [{|BOLT1802:Own.AllowAllocation|}] object Make() => new object();
        }

        namespace Own
        {
            class AllowAllocationAttribute : Attribute;
        }
        """.Replace("{|BOLT1802:Own.AllowAllocation|}", "Own.AllowAllocation", StringComparison.Ordinal));

    [Fact]
    public Task The_fix_removes_the_contract() => BehaviourPreserved.Fix<RemoveContractCodeFix>(
        """
        using System.Runtime.InteropServices;

        // Of all.
        [assembly: {|BOLT1802:AllowAllocation("")|}]

        public static class Program
        {
            [DllImport("c")]
            [{|BOLT1802:ZeroAlloc|}]
            public static extern int getpid();

            [ZeroAlloc]
            [{|BOLT1802:AllowAllocation("both")|}]
            public static string Run() => nameof(Make);

            [{|BOLT1802:AllowAllocation(" ")|}]
            public static object Make() => new object();
        }
        """,
        """
        using System.Runtime.InteropServices;

        // Of all.

        public static class Program
        {
            [DllImport("c")]
            public static extern int getpid();

            [ZeroAlloc]
            public static string Run() => nameof(Make);

            public static object Make() => new object();
        }
        """);
}
