using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1105Tests : AllocationRuleTests
{
    protected override string Message =>
        "'string.Substring' copies characters to a new string; use AsSpan() and its Slice";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public string M(string text) => {|BOLT1105:text.Substring(1)|};
        }
        """";

    [Fact]
    public Task Ranges_case_changes_and_splits_are_found() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public void M(string text)
            {
                var range = {|BOLT1105:text[1..3]|};
                var upper = {|BOLT1105:text.ToUpperInvariant()|};
                var parts = {|BOLT1105:text.Split(',')|};
            }
        }
        """");

    [Fact]
    public Task Spans_of_a_string_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(string text) => text.AsSpan()[1..3].Trim().Length + text.AsSpan(1).Length;
        }
        """");

    [Fact]
    public Task The_fix_takes_a_span() => BehaviourPreserved.Fix<SliceSpanCodeFix>(
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        #nullable enable
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Text("  12 abc,def", "abc", 6);

            [ZeroAlloc]
            private static string Text(string text, string other, int start)
            {
                var builder = {|BOLT1001:new System.Text.StringBuilder()|};
                builder.Append(int.Parse({|BOLT1105:{|BOLT1105:text.Substring(0, 5)|}.Trim()|})).Append(',');
                builder.Append(/* the rest */ {|BOLT1105:text.Substring(start)|} /* of it */).Append({|BOLT1105:text[^3..]|});
                builder.Append({|BOLT1105:text.Trim(' ')|}.Length).Append({|BOLT1105:text.Substring(start)|}[1]).Append({|BOLT1105:({|BOLT1105:text[2..]|})[1..3]|}.IndexOf('2'));
                builder.Append({|BOLT1105:text.Substring(start)|}.StartsWith("AB", StringComparison.OrdinalIgnoreCase));
                builder.Append({|BOLT1105:text.Substring(5, 3)|} == other).Append("abc" != {|BOLT1105:text.Substring(5, 3)|}).Append(other == {|BOLT1105:text[5..8]|});
                builder.Append({|BOLT1105:text.Trim()|} == {|BOLT1105:other.Trim()|}).Append({|BOLT1105:text.Substring({|BOLT1105:other.TrimEnd()|}.Length)|}.Equals(other));
                builder.Append($"<{{|BOLT1105:text.Substring(start)|},10}>{start}");
                builder.Append({|BOLT1105:text.Substring(5, 1)|} switch { "a" or "b" => 1, _ => 2 }).Append({|BOLT1105:text[5..6]|} is "a");
                foreach (var letter in {|BOLT1105:text.TrimStart()|})
                    builder.Append(letter).Append('|');

                return builder.ToString();
            }
        }
        """",
        """"
        #pragma warning disable BOLT1702 // The text that shows what was done.
        #nullable enable
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Text("  12 abc,def", "abc", 6);

            [ZeroAlloc]
            private static string Text(string text, string other, int start)
            {
                var builder = {|BOLT1001:new System.Text.StringBuilder()|};
                builder.Append(int.Parse(text.AsSpan(0, 5).Trim())).Append(',');
                builder.Append(/* the rest */ text.AsSpan(start) /* of it */).Append(text.AsSpan(^3..));
                builder.Append(text.AsSpan().Trim(' ').Length).Append(text.AsSpan(start)[1]).Append(text.AsSpan(2..)[1..3].IndexOf('2'));
                builder.Append(text.AsSpan(start).StartsWith("AB", StringComparison.OrdinalIgnoreCase));
                builder.Append(text.AsSpan(5, 3).SequenceEqual(other)).Append(!text.AsSpan(5, 3).SequenceEqual("abc")).Append(other.AsSpan().SequenceEqual(text.AsSpan(5..8)));
                builder.Append(text.AsSpan().Trim().SequenceEqual(other.AsSpan().Trim())).Append(text.AsSpan(other.AsSpan().TrimEnd().Length).SequenceEqual(other));
                builder.Append($"<{text.AsSpan(start),10}>{start}");
                builder.Append(text.AsSpan(5, 1) switch { "a" or "b" => 1, _ => 2 }).Append(text.AsSpan(5..6) is "a");
                foreach (var letter in text.AsSpan().TrimStart())
                    builder.Append(letter).Append('|');

                return builder.ToString();
            }
        }
        """",
        iterations: 17);

    [Fact]
    public Task A_copy_stays_where_a_span_does_something_else() => Verify.NoFix<SliceSpanCodeFix>(
        """"
        #nullable enable
        public class C
        {
            [ZeroAlloc]
            private static int Own(string text) => 1;

            [ZeroAlloc]
            private static int Own(ReadOnlySpan<char> text) => 2;

            [ZeroAlloc]
            public void M(string text, string? perhaps, string culture)
            {
                var kept = {|BOLT1105:text.Substring(1)|};
                Own({|BOLT1105:text.Substring(1)|});
                _ = {|BOLT1105:text.Substring(1)|}.StartsWith(culture);
                _ = {|BOLT1105:text.Substring(1)|} == perhaps;
                _ = {|BOLT1105:text.Substring(1)|} is { Length: 3 } part;
                _ = int.Parse({|BOLT1105:perhaps.Substring(1)|});
                _ = {|BOLT1105:text.Replace('a', 'b')|}.Length + {|BOLT1105:text.Split(',')|}.Length;
                _ = perhaps?{|BOLT1105:.Substring(1)|}.Length;
            }
        }
        """");

    [Fact]
    public Task The_fix_compares_without_regard_to_case() => BehaviourPreserved.Fix<IgnoreCaseCodeFix>(
        """"
        #nullable enable
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Same("Héllo", "hÉLLO", "HTTP") ? "same" : "different";

            [ZeroAlloc]
            private static bool Same(string a, string b, string c) =>
                {|BOLT1105:a.ToUpperInvariant()|} == {|BOLT1105:b.ToUpperInvariant()|}
                && /* the protocol */ {|BOLT1105:c.ToLowerInvariant()|} == "http"
                && "HTTPS" != ({|BOLT1105:c.ToUpperInvariant()|})
                && {|BOLT1105:a.ToUpperInvariant()|}.Equals({|BOLT1105:b.ToUpperInvariant()|})
                && string.Equals({|BOLT1105:c.ToUpperInvariant()|}, "HTTP");
        }
        """",
        """"
        #nullable enable
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => Same("Héllo", "hÉLLO", "HTTP") ? "same" : "different";

            [ZeroAlloc]
            private static bool Same(string a, string b, string c) =>
                string.Equals(a, b, StringComparison.OrdinalIgnoreCase)
                && /* the protocol */ string.Equals(c, "http", StringComparison.OrdinalIgnoreCase)
                && !string.Equals("HTTPS", c, StringComparison.OrdinalIgnoreCase)
                && string.Equals(a, b, StringComparison.OrdinalIgnoreCase)
                && string.Equals(c, "HTTP", StringComparison.OrdinalIgnoreCase);
        }
        """",
        iterations: 5);

    [Fact]
    public Task A_change_of_case_stays_where_other_letters_would_be_equal() => Verify.NoFix<IgnoreCaseCodeFix>(
        """"
        #nullable enable
        public class C
        {
            [ZeroAlloc]
            public bool M(string a, string b, string? perhaps) =>
                {|BOLT1105:a.ToUpper()|} == {|BOLT1105:b.ToUpper()|}
                || {|BOLT1105:a.ToLowerInvariant()|} == {|BOLT1105:b.ToLowerInvariant()|}
                || {|BOLT1105:a.ToUpperInvariant()|} == {|BOLT1105:b.ToLowerInvariant()|}
                || {|BOLT1105:a.ToUpperInvariant()|} == "Never"
                || {|BOLT1105:a.ToUpperInvariant()|} == b
                || {|BOLT1105:perhaps.ToUpperInvariant()|} == "A";
        }
        """");

    [Fact]
    public Task A_concatenation_takes_spans_too() => BehaviourPreserved.Fix<SliceSpanCodeFix>(
        """"
        #nullable enable
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => {|BOLT1101:Text("abc", null) + Text("xyz", "!")|};

            [ZeroAlloc]
            private static string Text(string text, string? end)
            {
                var first = /* all */ {|BOLT1101:"<" + {|BOLT1105:text.Substring(1)|} + ({|BOLT1105:text[..1]|} + end)|}; // of it
                return first;
            }
        }
        """",
        """"
        #nullable enable
        public static class Program
        {
            [ZeroAlloc]
            public static string Run() => {|BOLT1101:Text("abc", null) + Text("xyz", "!")|};

            [ZeroAlloc]
            private static string Text(string text, string? end)
            {
                var first = /* all */ {|BOLT1101:string.Concat("<", text.AsSpan(1), text.AsSpan(..1), end)|}; // of it
                return first;
            }
        }
        """",
        iterations: 1);

    [Fact]
    public Task A_concatenation_of_other_values_or_more_texts_stays() => Verify.NoFix<SliceSpanCodeFix>(
        """"
        #nullable enable
        public class C
        {
            [ZeroAlloc]
            public string M(string text, int n) =>
                ({|BOLT1101:n + {|BOLT1105:text.Substring(1)|}|}).Length > 1 ? {|BOLT1101:text + n + "," + {|BOLT1105:text.Substring(1)|} + "." + text|} : "";
        }
        """");
}
