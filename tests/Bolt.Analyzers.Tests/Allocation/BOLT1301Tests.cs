using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1301Tests : AllocationRuleTests
{
    protected override string Message =>
        "Boxes 'int' to 'object'; use a generic overload, or a parameter of its own type";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public object M(int n) => {|BOLT1301:n|};
        }
        """";

    [Fact]
    public Task Every_way_to_box_is_found() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M<T>(int? n, DayOfWeek day, T value, List<int> list)
            {
                object o = {|BOLT1301:n|};
                o = {|BOLT1301:day|};
                IComparable c = {|BOLT1301:5|};
                o = {|BOLT1301:value|};
                foreach ({|BOLT1301:object|} item in list)
                    o = item;
            }
        }
        """");

    [Fact]
    public Task Boxes_that_are_never_made_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public bool M<T, TClass>(T value, DayOfWeek day, int n, TClass reference)
                where TClass : class
            {
                object o = reference;
                return value is int || value == null || value is null || day.HasFlag(DayOfWeek.Friday) || day.GetType() == typeof(int)
                    || (int)(object)n == 1 || ReferenceEquals(value, null);
            }

            [ZeroAlloc]
            public bool N(int n, Span<char> text) => text.TryWrite($"{n}", out _);
        }
        """");
}
