using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1101Tests : AllocationRuleTests
{
    protected override string Message =>
        "Concatenates 3 parts to a new string; append the parts to a buffer";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(string a, string b) => {|BOLT1101:a + "-" + b|};
        }
        """";

    [Fact]
    public Task Strings_are_joined_up_to_four_parts_and_interpolated_beyond() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(string a, string b)
            {
                a = {|BOLT1101:$"{a}-{b}."|};
                a = {|BOLT1102:$"{a}-{b}.{b}"|};
                a = {|BOLT1101:$"{a}-" + $"{b}"|};
                return {|BOLT1102:$"{a}-" + $"{b}-{b}."|};
            }
        }
        """");

    [Fact]
    public Task It_is_said_once_at_the_top() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(string a, int n)
            {
                a = {|BOLT1101:a + "x" + (a + n) + $"{a}!"|};
                {|BOLT1101:a += n|};
                return {|BOLT1101:$"{a}-{a}"|};
            }
        }
        """");

    [Fact]
    public Task Constants_and_empty_parts_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            private const string Prefix = "a" + "b";

            [ZeroAlloc]
            public string M(string a) => a + "" + null;

            [ZeroAlloc]
            public string N() => Prefix + "c" + nameof(M);

            [ZeroAlloc]
            public string O(string a) => $"{a}";
        }
        """");

    [Fact]
    public Task The_fix_appends_the_parts() => BehaviourPreserved.Fix<AppendPiecesCodeFix>(
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        public static class Program
        {
            private static int Count { get; set; } = -3;

            [ZeroAlloc]
            public static string Run() => Text({|BOLT1001:new System.Text.StringBuilder()|}, "a", null, 1.5, 'c');

            [ZeroAlloc]
            private static string Text(System.Text.StringBuilder text, string a, string b, double real, char letter)
            {
                text.Append({|BOLT1101:"real " + real + (letter + "!")|});
                text.AppendLine({|BOLT1101:a + Count|}) // the count
                    .AppendLine({|BOLT1101:1 + 2 + a + (Count > 2 ? "x" : "y")|});
                text.Append({|BOLT1101:a + {|BOLT1102:$"[{real,6}]"|}|}).Append(({|BOLT1101:string.Concat(a, "+", b)|}));
                return text.ToString();
            }
        }
        """",
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        public static class Program
        {
            private static int Count { get; set; } = -3;

            [ZeroAlloc]
            public static string Run() => Text({|BOLT1001:new System.Text.StringBuilder()|}, "a", null, 1.5, 'c');

            [ZeroAlloc]
            private static string Text(System.Text.StringBuilder text, string a, string b, double real, char letter)
            {
                text.Append("real ").Append(real).Append(letter).Append("!");
                text.Append(a).Append(Count).AppendLine() // the count
                    .Append(1 + 2).Append(a).AppendLine(Count > 2 ? "x" : "y");
                text.Append(a).Append($"[{real,6}]").Append(a).Append("+").Append(b);
                return text.ToString();
            }
        }
        """");

    [Fact]
    public Task The_parts_stay_where_their_order_or_text_could_change() => Verify.NoFix<AppendPiecesCodeFix>(
        """"
        public class C
        {
            private int Next => _next++;

            private int _next;

            [ZeroAlloc]
            public void M(System.Text.StringBuilder text, string a, char[] letters, object thing, DayOfWeek day)
            {
                text.Append(/* why */ {|BOLT1101:a + "-"|});
                text.Append({|BOLT1101:a + text.Length|});
                text.Append({|BOLT1101:a + Next|});
                text.Append({|BOLT1101:a + letters|});
                text.Append({|BOLT1101:a + thing|});
                text.Append({|BOLT1101:a + {|BOLT1302:day|}|});
                text.Insert(0, {|BOLT1101:a + "-"|});
                var kept = {|BOLT1101:a + "-"|};
            }
        }
        """");
}
