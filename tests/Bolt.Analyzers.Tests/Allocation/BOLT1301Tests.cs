using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
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

    [Fact]
    public Task The_fix_passes_the_value_as_what_it_is() => BehaviourPreserved.Fix<UnboxedCallCodeFix>(
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Text({|BOLT1001:new System.Text.StringBuilder()|}, DayOfWeek.Friday, new DateTime(2026, 1, 2), double.NaN, null);

            [ZeroAlloc]
            private static string Text(System.Text.StringBuilder text, DayOfWeek day, DateTime date, double real, int? none)
            {
                text.Append(/* day */ 'd').Append({|BOLT1301:day|}).Append({|BOLT1301:none|}).Append({|BOLT1301:date.Year > 0 ? date : default|});
                text.Append(Enum.IsDefined(typeof(DayOfWeek), {|BOLT1301:day|})).Append(Enum.GetName(typeof(DayOfWeek), {|BOLT1301:day|}));
                text.Append(object.Equals({|BOLT1301:real|}, {|BOLT1301:real|})).Append(!Equals({|BOLT1301:day|}, {|BOLT1301:DayOfWeek.Monday|}));
                text.Append({|BOLT1101:string.Concat({|BOLT1301:real|}, "|", {|BOLT1301:none|})|});
                return text.ToString();
            }
        }
        """",
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Text({|BOLT1001:new System.Text.StringBuilder()|}, DayOfWeek.Friday, new DateTime(2026, 1, 2), double.NaN, null);

            [ZeroAlloc]
            private static string Text(System.Text.StringBuilder text, DayOfWeek day, DateTime date, double real, int? none)
            {
                text.Append(/* day */ 'd').Append($"{day}").Append($"{none}").Append($"{(date.Year > 0 ? date : default)}");
                text.Append(Enum.IsDefined(day)).Append(Enum.GetName(day));
                text.Append(real.Equals(real)).Append(!(day == DayOfWeek.Monday));
                text.Append({|BOLT1101:string.Concat(real.ToString(), "|", none.ToString())|});
                return text.ToString();
            }
        }
        """",
        iterations: 9);

    [Fact]
    public Task A_box_stays_where_nothing_else_takes_the_value() => Verify.NoFix<UnboxedCallCodeFix>(
        """"
        public class C
        {
            [ZeroAlloc]
            private static void Take(object value) { }

            [ZeroAlloc]
            public bool M<T>(System.Text.StringBuilder text, DayOfWeek day, int n, long other, T value)
            {
                Take({|BOLT1301:n|});
                text.Append({|BOLT1301:value|});
                return Enum.IsDefined(typeof(DayOfWeek), {|BOLT1301:n|}) || object.Equals({|BOLT1301:n|}, {|BOLT1301:other|});
            }
        }
        """");
}
