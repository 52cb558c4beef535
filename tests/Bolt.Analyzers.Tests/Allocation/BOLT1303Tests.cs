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
}
