using System.Collections.Immutable;
using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Bolt.Analyzers.Tests.Allocation;

/// <summary>Code as it is while somebody types: the rules may say anything about it, but must not fail.</summary>
public sealed class BrokenCodeTests
{
    private const string Source =
        """"
        using System.Linq;
        using System.Threading.Tasks;
        [assembly: ZeroAlloc]
        public record R(int X, string Name) { public void Deconstruct(out int x) => x = X; }
        public struct S(int seed) { public int Seed => seed; public static S operator +(S a, S b) => a; public static implicit operator string(S s) => $"{s.Seed}"; }
        public interface IGreets { int Greet() => 1; }
        public unsafe partial class C<T>(int captured, T value) : List<T> where T : IGreets, new()
        {
            private event Action? Changed;
            private object? _lazy;
            public Func<int> F = () => captured;
            public object this[int index] { get => _lazy ??= new object(); set => _lazy = value; }
            public async Task<int> A(IAsyncEnumerable<int> items) { await foreach (var (a, b) in items.Select(i => (i, i + 1))) await Task.Delay(a); return 1; }
            public IEnumerable<int> I() { yield return captured; foreach (ref readonly var x in new ReadOnlySpan<int>([1, 2, .. this.Count > 0 ? new[] { 1 } : []])) yield break; }
            public object M(object o, int n, string? s, params ReadOnlySpan<object> more)
            {
                Changed += () => Console.WriteLine(n); Changed += Local; Changed?.Invoke();
                var (x, (y, _)) = (n, (s, 1)); (n, s) = (1, $"{n,4:N2}{s}" + $"{o}");
                if (o is R { X: > 1, Name: { Length: var length } name } r && r is (var only) and not null) _ = r with { X = length };
                if (o is int[] and [1, .. var middle, 3] || s is ['a', .. var rest]) throw new InvalidOperationException($"{o}");
                dynamic d = o; d.Call(n, s); d += 1; var anonymous = new { n, s } with { n = 2 };
                var q = from a in this from b in this let c = a.Greet() where c > 1 orderby c descending group b by c into g select new { g.Key };
                System.Linq.Expressions.Expression<Func<int, object>> tree = z => new { z, n };
                s += n; s ??= string.Format("{0}{1}{2}{3}", 1, 2, 3, n); checked { n++; } lock (o) { n = s[^1] + s[1..][0]; }
                delegate*<int, void> pointer = &Static; pointer(1); Span<int> span = stackalloc int[] { 1, 2 }; fixed (char* c = s) { n = *c; }
                switch (value) { case R r2: return r2; case null: goto default; default: try { return new T().Greet(); } catch (Exception e) when (e.Message == s + n) { throw; } finally { n = 1; } }
                void Local() { n++; Local(); Func<int> f = delegate { return n; }; Func<C<T>, object> g = static c => c.F; }
                static void Static(int i) { }
            }
            public string E => this switch { { Count: 0 } => "a" + Count, [var head, ..] when head is IGreets => head.ToString()!, _ => throw new NotSupportedException(nameof(E)) };
        }
        """";

    [Fact]
    public async Task Source_that_ends_anywhere_is_walked_without_a_failure()
    {
        for (var length = 40; length < Source.Length; length += 37)
            await AssertWalked(Source[..length]);

        await AssertWalked(Source);
    }

    [Fact]
    public async Task Source_with_a_hole_anywhere_is_walked_without_a_failure()
    {
        for (var start = 40; start < Source.Length - 20; start += 41)
            await AssertWalked(Source.Remove(start, 9));
    }

    [Fact]
    public async Task Without_references_the_walk_ends_too()
    {
        var compilation = TestCompilation.Create(Source).WithReferences(Array.Empty<MetadataReference>());
        await AssertWalked(compilation);
    }

    private static Task AssertWalked(string source) => AssertWalked(TestCompilation.Create(source));

    private static async Task AssertWalked(Compilation compilation)
    {
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) =>
            {
                lock (failures)
                    failures.Add(exception);
            },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        await new CompilationWithAnalyzers(compilation, ImmutableArray.Create<DiagnosticAnalyzer>(new AllocationAnalyzer()), options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
    }
}
