using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
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
}
