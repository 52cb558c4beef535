using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1001Tests : AllocationRuleTests
{
    protected override string Message =>
        "'new List<int>' allocates an object; reuse one";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public object M() => {|BOLT1001:new List<int>()|};
        }
        """";

    [Fact]
    public Task Target_typed_and_generic_creations_are_found() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public C M() => {|BOLT1001:new()|};

            [ZeroAlloc]
            public T Make<T>() where T : class, new() => {|BOLT1001:new T()|};
        }
        """");

    [Theory]
    [InlineData("new string('-', 3)", "'new string' allocates an object; write into a span")]
    [InlineData("new C()", "'new C' allocates an object; reuse one, or make 'C' a struct")]
    public Task The_cure_depends_on_the_type(string creation, string message) => Verify.Analyzer(
        $$"""
        public class C
        {
            [ZeroAlloc]
            public object M() => {|#0:{{creation}}|};
        }
        """,
        new DiagnosticResult(RuleIds.ObjectCreation, DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message));

    [Fact]
    public Task Structs_and_code_without_a_contract_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public DateTime M() => new DateTime(2026, 1, 1);

            [ZeroAlloc]
            public T Make<T>() where T : struct => new T();

            public object Cold() => new object();
        }
        """");

    [Fact]
    public Task What_only_leads_to_a_throw_is_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int value, string? name)
            {
                if (value < 0)
                {
                    var problem = new List<int>();
                    throw new ArgumentException(problem.ToString() + value);
                }

                if (name is null)
                    Fail(new object());

                return value switch { 0 => 1, 1 => 2, _ => throw new InvalidOperationException($"{value}") };
            }

            [System.Diagnostics.CodeAnalysis.DoesNotReturn]
            private static void Fail(object reason) => throw new InvalidOperationException(reason + "!");
        }
        """");

    [Fact]
    public Task A_throw_that_a_return_can_avoid_does_not_make_code_cold() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public object M(bool condition)
            {
                var made = {|BOLT1001:new object()|};
                if (condition)
                    return made;

                throw new InvalidOperationException();
            }
        }
        """");

    [Fact]
    public Task Catch_handlers_static_initialisers_and_lazy_fields_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            private static readonly object s_made = new();
            private List<int>? _list;

            [ZeroAlloc]
            static C() => s_made = new List<int>();

            [ZeroAlloc]
            public List<int> M()
            {
                try
                {
                    return _list ??= new List<int>();
                }
                catch (InvalidOperationException)
                {
                    return new List<int>();
                }
            }
        }
        """");

    [Fact]
    public Task Allowed_functions_inside_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M()
            {
                Local();

                [AllowAllocation("once")]
                static object Local() => new object();
            }
        }
        """");
}
