using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1003Tests : AllocationRuleTests
{
    protected override string Message =>
        "Allocates an anonymous object; use a value tuple";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public object M(int id) => {|BOLT1003:new { Id = id }|};
        }
        """";

    [Fact]
    public Task Value_tuples_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public (int Id, string Name) M(int id) => (id, "x");
        }
        """");

    [Fact]
    public Task The_fix_makes_it_a_value_tuple() => BehaviourPreserved.Fix<ValueTupleCodeFix>(
        """"
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Sum(1, "23") == 9 ? "nine" : "other";

            [ZeroAlloc]
            private static int Sum(int a, string text)
            {
                var pair = /* both */ {|BOLT1003:new { a, Size = text.Length, text.Length, }|}; // of it
                var lines = {|BOLT1003:new
                {
                    // The first.
                    First = a, // one
                    Second = pair.Size,
                }|};
                return pair.a + pair.Size + pair.Length + lines.First + lines.Second + lines.First;
            }
        }
        """",
        """"
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Sum(1, "23") == 9 ? "nine" : "other";

            [ZeroAlloc]
            private static int Sum(int a, string text)
            {
                var pair = /* both */ (a, Size: text.Length, text.Length); // of it
                var lines = (
                    // The first.
                    First: a, // one
                    Second: pair.Size
                );
                return pair.a + pair.Size + pair.Length + lines.First + lines.Second + lines.First;
            }
        }
        """");

    [Fact]
    public Task It_stays_where_more_than_its_members_is_used() => Verify.NoFix<ValueTupleCodeFix>(
        """"
        public class C
        {
            [ZeroAlloc]
            public object M(int a, int b)
            {
                var text = {|BOLT1003:new { a, b }|};
                var one = {|BOLT1003:new { a }|};
                var whole = {|BOLT1003:new { a, b }|};
                var (hash, first) = (text.GetHashCode(), one.a);
                return whole;
            }
        }
        """");
}
