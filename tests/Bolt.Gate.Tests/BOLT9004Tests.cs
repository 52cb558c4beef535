using Bolt.Gate.Baseline;

namespace Bolt.Gate.Tests;

public sealed class BOLT9004Tests
{
    private const string Two = "public class C { [Bolt.ZeroAlloc] public object M(int x)\n{ System.GC.KeepAlive(new object());\nreturn new object(); } }";

    [Fact]
    public void What_is_written_is_read_again()
    {
        var baseline = new AllocationBaseline([new("M:C.M(System.Int32)", "object", 2), new("M:A.\"\\", "box", 1)]);

        Assert.Equal(baseline.Entries.OrderBy(entry => entry.Member, StringComparer.Ordinal), AllocationBaseline.Parse(baseline.ToJson()).Entries);
        Assert.Empty(AllocationBaseline.Parse(AllocationBaseline.Empty.ToJson()).Entries);
    }

    [Theory]
    [InlineData("", "line 1: '{' is missing")]
    [InlineData("{ \"version\": 2 }", "line 1: its version is not 1")]
    [InlineData("{ \"version\": 1,\n\"allocations\": [ { \"member\": \"M:C\" } ] }", "line 2: an entry needs a member, a kind and a count above 0")]
    [InlineData("{ \"version\": 1, \"more\": 1 }", "line 1: 'more' is not known")]
    [InlineData("{ \"allocations\": [] }", "line 1: it has no version")]
    [InlineData("{ \"version\": 1 } x", "line 1: text follows its end")]
    [InlineData("{ \"version", "line 1: a string does not end")]
    [InlineData("{ \"version\\", "line 1: a string does not end")]
    [InlineData("{ \"version\": x }", "line 1: a number is missing")]
    public void What_is_malformed_is_named_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => AllocationBaseline.Parse(text)).Message);

    [Theory]
    [InlineData(1, 2, 0, 0)]
    [InlineData(2, 0, 2, 0)]
    [InlineData(3, 0, 2, 1)]
    public void All_of_a_kind_are_reported_where_it_grew_and_what_is_gone_is_stale(int allowed, int reported, int excused, int stale)
    {
        using var compiled = new CompiledCase(Two, optimised: true);

        var comparison = new BaselineComparison(new AllocationBaseline([new("M:C.M(System.Int32)", "object", allowed)]), compiled.Scan().Findings);

        Assert.Equal((reported, excused, stale), (comparison.Reported.Count, comparison.Excused.Count, comparison.Stale.Count));
    }

    [Fact]
    public void The_written_baseline_excuses_everything()
    {
        using var compiled = new CompiledCase(Two, optimised: true);
        var findings = compiled.Scan().Findings;

        var comparison = new BaselineComparison(BaselineComparison.Of(findings), findings);

        Assert.Equal((0, 2, 0), (comparison.Reported.Count, comparison.Excused.Count, comparison.Stale.Count));
    }

    [Fact]
    public void A_rule_may_use_what_its_causes_compile_to()
    {
        var baseline = new AllocationBaseline([new("M:C.M", "closure", 1), new("M:C.M", "delegate", 2), new("M:C.M", "array", 4)]);

        Assert.Equal(
            (3, 2, 4, 0, 0),
            (baseline.CountForRule("M:C.M", "BOLT1201"), baseline.CountForRule("M:C.M", "BOLT1202"), baseline.CountForRule("M:C.M", "BOLT1401"), baseline.CountForRule("M:C.M", "BOLT1703"), baseline.CountForRule("M:C.N", "BOLT1201")));
    }

    /// <summary>The ids are those that the compiler gives its symbols, or the analyzers would not find the entries.</summary>
    [Fact]
    public void Members_are_named_as_the_compiler_names_them()
    {
        const string Source = """
            using System;
            using System.Collections.Generic;

            namespace N
            {
                public interface I<T> { object Explicit(T x, Dictionary<string, List<T>> y); }

                [Bolt.ZeroAlloc]
                public class Outer<T>
                {
                    public class Inner<U> : I<U>
                    {
                        public Inner(T t, U[] u, int[,] grid, ref int r, in long i) { GC.KeepAlive(new object()); }
                        object I<U>.Explicit(U x, Dictionary<string, List<U>> y) => new object();
                        public object Generic<V>(V v, Outer<V>.Inner<U> other, (int, string) tuple, int? n) => new object();
                        public object this[int index] => new object();
                        public static implicit operator Inner<U>(int x) => null!;
                        public static explicit operator object[](Inner<U> x) => new object[1];
                        public unsafe object Pointer(int* p) => new object();
                    }
                }
            }
            """;
        using var compiled = new CompiledCase(Source, optimised: true);
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(
            "Ids",
            [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(Source)],
            CompiledCase.References.Select(file => Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(file)));
        var type = compilation.GetTypeByMetadataName("N.Outer`1+Inner`1")!;
        var ids = type.GetMembers().OfType<Microsoft.CodeAnalysis.IMethodSymbol>().Where(method => method.Name != "op_Implicit").Select(method => method.GetDocumentationCommentId());

        Assert.Equal(ids.Order(StringComparer.Ordinal), compiled.Scan().Findings.Select(finding => finding.Member).Distinct().Order(StringComparer.Ordinal));
    }
}
