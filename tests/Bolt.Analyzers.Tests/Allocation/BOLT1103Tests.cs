using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1103Tests : AllocationRuleTests
{
    protected override string Message =>
        "'string.Join' formats a new string; append the parts to a buffer";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(string[] parts) => {|BOLT1103:string.Join(",", parts)|};
        }
        """";

    [Fact]
    public Task A_boxed_argument_is_a_cause_of_its_own() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(int n, System.Text.StringBuilder text)
            {
                text.AppendFormat("{0}", text);
                {|BOLT1103:text.AppendFormat("{0}", {|BOLT1301:n|})|};
                text.AppendFormat("{0}{1}{2}{3}", text, text, text, text);
                {|BOLT1103:text.AppendFormat("{0}{1}{2}{3}", text, text, text, {|BOLT1301:n|})|};
                return {|BOLT1103:string.Format("{0}", {|BOLT1301:n|})|};
            }
        }
        """");

    [Fact]
    public Task The_fix_interpolates() => BehaviourPreserved.Fix<InterpolateFormatCodeFix>(
        """"
        public static class Program
        {
            private static int s_next;

            [ZeroAlloc]
            private static int Next() => ++s_next;

            [ZeroAlloc]
            public static string Run() => Text({|BOLT1001:new System.Text.StringBuilder()|}, -1.5, "s", null, true);

            [ZeroAlloc]
            private static string Text(System.Text.StringBuilder text, double real, string s, int? none, bool isSet)
            {
                {|BOLT1103:text.AppendFormat("{{\"{1}\"}}\t{0,-6:N2}{1}", {|BOLT1301:real|}, s)|}.Append('|');
                {|BOLT1103:text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, "{0} ", {|BOLT1301:real|})|};
                text.AppendLine({|BOLT1103:string.Format("{0}{1:X4}", {|BOLT1301:none|}, {|BOLT1301:isSet ? 1 : 2|})|});
                var kept = {|BOLT1103:string.Format("{0}, {1}", {|BOLT1301:Next()|}, {|BOLT1301:Next() + 1|})|};
                text.Append({|BOLT1103:string.Format("{0}", {|BOLT1301:Next()|})|});
                return {|BOLT1101:text + kept|};
            }
        }
        """",
        """"
        public static class Program
        {
            private static int s_next;

            [ZeroAlloc]
            private static int Next() => ++s_next;

            [ZeroAlloc]
            public static string Run() => Text({|BOLT1001:new System.Text.StringBuilder()|}, -1.5, "s", null, true);

            [ZeroAlloc]
            private static string Text(System.Text.StringBuilder text, double real, string s, int? none, bool isSet)
            {
                text.Append($"{{\"{s}\"}}\t{real,-6:N2}{s}").Append('|');
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{real} ");
                text.AppendLine($"{none}{(isSet ? 1 : 2):X4}");
                var kept = {|BOLT1102:$"{Next()}, {(Next() + 1)}"|};
                text.Append($"{Next()}");
                return {|BOLT1101:text + kept|};
            }
        }
        """");

    [Fact]
    public Task A_format_stays_where_the_values_would_be_evaluated_otherwise() => Verify.NoFix<InterpolateFormatCodeFix>(
        """"
        public class C
        {
            [ZeroAlloc]
            private static int Next() => 1;

            [ZeroAlloc]
            public void M(System.Text.StringBuilder text, string format, object[] values, object thing, int n)
            {
                {|BOLT1103:text.AppendFormat("{0}", /* why */ {|BOLT1301:n|})|};
                {|BOLT1103:text.AppendFormat(format, {|BOLT1301:n|})|};
                text.AppendFormat("{0}", values);
                text.AppendFormat("{0}", thing);
                {|BOLT1103:text.AppendFormat("{0}", {|BOLT1301:Next()|})|};
                {|BOLT1103:text.AppendFormat("{0} {", {|BOLT1301:n|})|};
                {|BOLT1103:text.AppendFormat("{1}", {|BOLT1301:n|})|};
                var twice = {|BOLT1103:string.Format("{1}{0}", {|BOLT1301:Next()|}, {|BOLT1301:Next()|})|};
                var joined = {|BOLT1103:string.Join(", ", values)|};
            }
        }
        """");
}
