using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1901Tests : RuleTests<AllocationAnalyzer>
{
    protected override string Message => "'bolt_allocation_scope = foo' is not known, and 'hot' is assumed; use one of: attributed, hot, all";

    protected override string Configuration => "bolt_allocation_scope = foo";

    protected override string Violation => "{|BOLT1901:class|} C;";

    [Fact]
    public Task An_option_is_reported_once_in_the_first_file() => Verify.Files(
        "bolt_lazy_init = yes\nbolt_scope = all",
        "{|BOLT1901:{|BOLT1901:class|}|} A;",
        "class B;");

    [Fact]
    public Task Known_values_are_silent() => Verify.Analyzer(
        "class C;",
        "bolt_allocation_scope = ALL\nbolt_hot_members = A.B, C\nbolt_cold_paths = report\nbolt_static_init = silent\nbolt_lazy_init = report\nother_option = 1",
        []);

    [Fact]
    public Task A_number_is_no_scope() => Verify.Analyzer("{|BOLT1901:class|} C;", "bolt_allocation_scope = 1", []);
}
