using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1303Tests : AllocationRuleTests
{
    protected override string Message =>
        "'Dictionary<TKey, TValue>' compares 'S' by boxing; implement IEquatable<S> or pass a comparer";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public bool M(Dictionary<S, int> map, S key) => {|BOLT1303:map.ContainsKey(key)|};
        }

        public struct S;
        """";

    [Fact]
    public Task Default_comparers_lists_arrays_tuples_and_nullables_are_found() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(List<S> list, S[] array, S key, HashSet<(int, S)> set, HashSet<S?> maybe)
            {
                _ = {|BOLT1303:EqualityComparer<S>.Default|};
                _ = {|BOLT1303:set.Contains((1, key))|};
                _ = {|BOLT1303:maybe.Contains(key)|};
                return {|BOLT1303:list.IndexOf(key)|} + {|BOLT1303:Array.IndexOf(array, key)|};
            }
        }

        public struct S;
        """");

    [Fact]
    public Task Equatable_structs_enums_and_own_comparers_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            private static readonly Dictionary<S, int> s_compared = new(new SComparer());

            [ZeroAlloc]
            public bool M(Dictionary<DayOfWeek, int> days, Dictionary<E, int> equatable, HashSet<(int, string)> set, S key, E e) =>
                days.ContainsKey(DayOfWeek.Friday) || equatable.ContainsKey(e) || set.Contains((1, "")) || s_compared.ContainsKey(key);
        }

        public struct S;

        public record struct E(int X);

        public sealed class SComparer : IEqualityComparer<S>
        {
            public bool Equals(S x, S y) => true;

            public int GetHashCode(S s) => 0;
        }
        """");

    [Fact]
    public Task The_fix_implements_IEquatable() => BehaviourPreserved.Fix<ImplementInStructCodeFix>(
        """"
        public static class Program
        {
            [ZeroAlloc]
            private static bool Knows(Dictionary<S, int> map, HashSet<(int, S)> set, S key, Dictionary<Own, int> own, List<Typed> list, Own o) =>
                {|BOLT1303:map.ContainsKey(key)|} && {|BOLT1303:set.Contains((1, key))|} && {|BOLT1303:own.ContainsKey(o)|} && {|BOLT1303:list.Contains(default)|};

            public static string Run()
            {
                var key = new S { X = 1, Y = "y" };
                return $"{Knows(new() { [key] = 1 }, [(1, key)], key, new() { [new(1, 2)] = 1 }, [new()], new(1, 3))} {Knows([], [], key, [], [], default)}";
            }
        }

        public struct S
        {
            public int X;
            public string Y;
        }

        public readonly struct Own(int a, int b)
        {
            private readonly int _a = a;
            private readonly int _b = b;

            // Only the first counts.
            public override bool Equals(object? obj) => obj is Own own && own._a == _a && _b >= 0;

            public override int GetHashCode() => _a;
        }

        public struct Typed
        {
            public bool Equals(Typed other) => true;

            public override bool Equals(object? obj) => obj is Typed other && Equals(other);

            public override int GetHashCode() => 0;
        }
        """",
        """"
        public static class Program
        {
            [ZeroAlloc]
            private static bool Knows(Dictionary<S, int> map, HashSet<(int, S)> set, S key, Dictionary<Own, int> own, List<Typed> list, Own o) =>
                map.ContainsKey(key) && set.Contains((1, key)) && own.ContainsKey(o) && list.Contains(default);

            public static string Run()
            {
                var key = new S { X = 1, Y = "y" };
                return $"{Knows(new() { [key] = 1 }, [(1, key)], key, new() { [new(1, 2)] = 1 }, [new()], new(1, 3))} {Knows([], [], key, [], [], default)}";
            }
        }

        public struct S : IEquatable<S>
        {
            public int X;
            public string Y;

            public readonly bool Equals(S other) => X == other.X && Y == other.Y;

            public override readonly bool Equals(object obj) => obj is S other && Equals(other);

            public override readonly int GetHashCode() => HashCode.Combine(X, Y);
        }

        public readonly struct Own(int a, int b) : IEquatable<Own>
        {
            private readonly int _a = a;
            private readonly int _b = b;

            // Only the first counts.
            public override bool Equals(object? obj) => obj is Own own && Equals(own);

            public override int GetHashCode() => _a;

            public bool Equals(Own own) => own._a == _a && _b >= 0;
        }

        public struct Typed : IEquatable<Typed>
        {
            public bool Equals(Typed other) => true;

            public override bool Equals(object? obj) => obj is Typed other && Equals(other);

            public override int GetHashCode() => 0;
        }
        """",
        iterations: 3);

    [Fact]
    public Task Equality_that_cannot_be_taken_apart_is_left() => Verify.NoFix<ImplementInStructCodeFix>(
        """"
        public class C
        {
            [ZeroAlloc]
            public bool M(List<A> a, List<B> b) =>
                {|BOLT1303:a.Contains(default)|} || {|BOLT1303:b.Contains(default)|};
        }

        public struct A
        {
            public override bool Equals(object? obj) => obj is A or null;

            public override int GetHashCode() => 1;
        }

        public struct B
        {
            public override bool Equals(object? obj) => obj is B other && ReferenceEquals(obj, this);

            public override int GetHashCode() => 1;
        }
        """");
}
