using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1302Tests : AllocationRuleTests
{
    protected override string Message =>
        "'S.GetHashCode' boxes 'S'; override it in 'S'";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(S s) => {|BOLT1302:s.GetHashCode()|};
        }

        public struct S;
        """";

    [Fact]
    public Task A_concatenation_calls_ToString_and_so_boxes() => Verify.Analyzer(
        """"
        public struct Plain;

        public struct Written
        {
            public override string ToString() => "";
        }

        public class C
        {
            [ZeroAlloc]
            public string M(DayOfWeek day, Plain plain, Written written, int n, string s)
            {
                s = {|BOLT1101:s + {|BOLT1302:day|}|};
                s = {|BOLT1101:s + {|BOLT1302:plain|} + n|};
                return {|BOLT1101:s + written + {|BOLT1302:DayOfWeek.Monday|}|};
            }
        }
        """");

    [Fact]
    public Task Enums_inherit_too() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public bool M(DayOfWeek a, object b) => {|BOLT1302:a.Equals(b)|};
        }
        """");

    [Fact]
    public Task Overrides_and_intrinsics_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(S s, DayOfWeek day, int? n) => s.GetHashCode() + day.GetHashCode() + n.GetHashCode() + s.GetType().MetadataToken;
        }

        public struct S
        {
            public override int GetHashCode() => 1;
        }
        """");

    [Fact]
    public Task The_fix_compares_field_by_field() => BehaviourPreserved.Fix<ImplementInStructCodeFix>(
        """"
        #nullable enable

        public static class Program
        {
            [ZeroAlloc]
            private static bool Same(Point a, Point b) => {|BOLT1302:a.Equals({|BOLT1301:b|})|} && {|BOLT1302:b.GetHashCode()|} == {|BOLT1302:a.GetHashCode()|};

            [ZeroAlloc]
            private static bool SameAs(Point a, object b) => {|BOLT1302:a.Equals(b)|};

            public static string Run()
            {
                var a = new Point { X = 1, Name = "a", Day = DayOfWeek.Friday, Parts = [1], Ratio = 1.5 };
                var b = a;
                var c = a with { Name = null };
                var d = a with { Ratio = double.NaN };
                var e = d;
                object o = a;
                return $"{Same(a, b)} {Same(a, c)} {Same(c, c)} {Same(d, e)} {SameAs(a, o)} {SameAs(a, "a")} {SameAs(a, null!)} {Same(a, a with { Parts = [1] })} {Same(a, a with { Size = (1, "a") })}";
            }
        }

        /// <summary>A point.</summary>
        public struct Point // of all
        {
            public int X { get; set; }
            public string? Name;
            internal DayOfWeek Day;
            public int[] Parts;
            public double Ratio;
            public (int, string)? Size;
            public object? other;
            private static int s_count;

            public static int Count() => s_count++;
            // The end.
        }
        """",
        """"
        #nullable enable

        public static class Program
        {
            [ZeroAlloc]
            private static bool Same(Point a, Point b) => a.Equals(b) && b.GetHashCode() == a.GetHashCode();

            [ZeroAlloc]
            private static bool SameAs(Point a, object b) => a.Equals(b);

            public static string Run()
            {
                var a = new Point { X = 1, Name = "a", Day = DayOfWeek.Friday, Parts = [1], Ratio = 1.5 };
                var b = a;
                var c = a with { Name = null };
                var d = a with { Ratio = double.NaN };
                var e = d;
                object o = a;
                return $"{Same(a, b)} {Same(a, c)} {Same(c, c)} {Same(d, e)} {SameAs(a, o)} {SameAs(a, "a")} {SameAs(a, null!)} {Same(a, a with { Parts = [1] })} {Same(a, a with { Size = (1, "a") })}";
            }
        }

        /// <summary>A point.</summary>
        public struct Point : IEquatable<Point> // of all
        {
            public int X { get; set; }
            public string? Name;
            internal DayOfWeek Day;
            public int[] Parts;
            public double Ratio;
            public (int, string)? Size;
            public object? other;
            private static int s_count;

            public static int Count() => s_count++;
            // The end.

            public readonly bool Equals(Point other) => X == other.X && Name == other.Name && Day == other.Day && Equals(Parts, other.Parts) && Ratio.Equals(other.Ratio) && EqualityComparer<(int, string)?>.Default.Equals(Size, other.Size) && Equals(this.other, other.other);

            public override readonly bool Equals(object? obj) => obj is Point other && Equals(other);

            public override readonly int GetHashCode() => HashCode.Combine(X, Name, Day, Parts, Ratio, Size, other);
        }
        """",
        iterations: 1);

    [Fact]
    public Task The_fix_writes_into_structs_of_every_form() => BehaviourPreserved.Fix<ImplementInStructCodeFix>(
        """"
        namespace Shapes
        {
            public class Outer
            {
                public struct Empty;

                public readonly struct Pair<T, U> : IDisposable where T : class
                {
                    public readonly T? Left;
                    public U Right { get; init; }
                    public void Dispose() { }
                }

                public struct Line { public int From; public int To; }
            }
        }

        public static class Program
        {
            [ZeroAlloc]
            private static int Hash(Shapes.Outer.Empty e, Shapes.Outer.Pair<string, int> p, Shapes.Outer.Pair<object, long> q, Shapes.Outer.Line l) =>
                {|BOLT1302:e.GetHashCode()|} + {|BOLT1302:p.GetHashCode()|} + {|BOLT1302:q.GetHashCode()|} + {|BOLT1302:l.GetHashCode()|};

            [ZeroAlloc]
            private static string Name(Shapes.Outer.Empty e, Shapes.Outer.Line l) => {|BOLT1302:e.ToString()|} is var text ? text : {|BOLT1302:l.ToString()|};

            public static string Run()
            {
                _ = Hash(default, default, default, default);
                return Name(default, default) + default(Shapes.Outer.Line) + default(Shapes.Outer.Empty).Equals(new Shapes.Outer.Empty()) + new Shapes.Outer.Pair<string, int> { Right = 1 }.Equals(default);
            }
        }
        """",
        """"
        namespace Shapes
        {
            public class Outer
            {
                public struct Empty : IEquatable<Empty>
                {
                    public readonly bool Equals(Empty other) => true;

                    public override readonly bool Equals(object obj) => obj is Empty other && Equals(other);

                    public override readonly int GetHashCode() => 0;

                    public override readonly string ToString() => "Shapes.Outer+Empty";
                }

                public readonly struct Pair<T, U> : IDisposable, IEquatable<Pair<T, U>> where T : class
                {
                    public readonly T? Left;
                    public U Right { get; init; }
                    public void Dispose() { }

                    public bool Equals(Pair<T, U> other) => Equals(Left, other.Left) && EqualityComparer<U>.Default.Equals(Right, other.Right);

                    public override bool Equals(object obj) => obj is Pair<T, U> other && Equals(other);

                    public override int GetHashCode() => HashCode.Combine(Left, Right);
                }

                public struct Line : IEquatable<Line>
                {
                    public int From;
                    public int To;

                    public readonly bool Equals(Line other) => From == other.From && To == other.To;

                    public override readonly bool Equals(object obj) => obj is Line other && Equals(other);

                    public override readonly int GetHashCode() => HashCode.Combine(From, To);

                    public override readonly string ToString() => "Shapes.Outer+Line";
                }
            }
        }

        public static class Program
        {
            [ZeroAlloc]
            private static int Hash(Shapes.Outer.Empty e, Shapes.Outer.Pair<string, int> p, Shapes.Outer.Pair<object, long> q, Shapes.Outer.Line l) =>
                e.GetHashCode() + p.GetHashCode() + q.GetHashCode() + l.GetHashCode();

            [ZeroAlloc]
            private static string Name(Shapes.Outer.Empty e, Shapes.Outer.Line l) => e.ToString() is var text ? text : l.ToString();

            public static string Run()
            {
                _ = Hash(default, default, default, default);
                return Name(default, default) + default(Shapes.Outer.Line) + default(Shapes.Outer.Empty).Equals(new Shapes.Outer.Empty()) + new Shapes.Outer.Pair<string, int> { Right = 1 }.Equals(default);
            }
        }
        """",
        iterations: 5);

    [Fact]
    public Task The_fix_compares_enums_by_operator() => BehaviourPreserved.Fix<CompareEnumCodeFix>(
        """"
        public static class Program
        {
            [ZeroAlloc]
            private static bool M(DayOfWeek a, DayOfWeek b, bool c) =>
                /* first */ {|BOLT1302:a.Equals({|BOLT1301:b|})|} // then
                && !{|BOLT1302:a.Equals({|BOLT1301:DayOfWeek.Friday|})|}
                && {|BOLT1302:(c ? a : b).Equals({|BOLT1301:c ? b : a|})|}.Equals(c)
                && {|BOLT1302:Next(a).Equals({|BOLT1301:Next(b) | DayOfWeek.Monday|})|};

            [ZeroAlloc]
            private static DayOfWeek Next(DayOfWeek day) => day + 1;

            public static string Run() => $"{M(DayOfWeek.Monday, DayOfWeek.Monday, true)} {M(DayOfWeek.Sunday, DayOfWeek.Sunday, true)}";
        }
        """",
        """"
        public static class Program
        {
            [ZeroAlloc]
            private static bool M(DayOfWeek a, DayOfWeek b, bool c) =>
                /* first */ a == b // then
                && a != DayOfWeek.Friday
                && ((c ? a : b) == (c ? b : a)).Equals(c)
                && Next(a) == (Next(b) | DayOfWeek.Monday);

            [ZeroAlloc]
            private static DayOfWeek Next(DayOfWeek day) => day + 1;

            public static string Run() => $"{M(DayOfWeek.Monday, DayOfWeek.Monday, true)} {M(DayOfWeek.Sunday, DayOfWeek.Sunday, true)}";
        }
        """");

    [Fact]
    public Task Enums_compared_with_something_else_keep_their_Equals() => Verify.NoFix<CompareEnumCodeFix>(
        """"
        public class C
        {
            [ZeroAlloc]
            public bool M(DayOfWeek a, object b) => {|BOLT1302:a.Equals(b)|} || {|BOLT1302:a.Equals({|BOLT1301:1|})|} || {|BOLT1302:a.Equals({|BOLT1301:ConsoleColor.Black|})|} || {|BOLT1302:a.Equals(/* the same */ {|BOLT1301:a|})|};
        }
        """");

    [Fact]
    public Task Structs_whose_equality_cannot_be_kept_are_not_changed() => Verify.NoFix<ImplementInStructCodeFix>(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(Converts a, OwnEquals b, Captures c, Holds d) =>
                {|BOLT1302:a.GetHashCode()|} + {|BOLT1302:b.GetHashCode()|} + {|BOLT1302:c.GetHashCode()|} + {|BOLT1302:d.GetHashCode()|};

            [ZeroAlloc]
            public string M(Generic<int> g) => {|BOLT1302:g.ToString()|};
        }

        public struct Converts { public int X; public static implicit operator Converts(int x) => new() { X = x }; }

        #pragma warning disable CS0659
        public struct OwnEquals { public int X; public override bool Equals(object? o) => o is OwnEquals other && other.X == X; }

        public struct Captures(int x) { public int X => x; }

        public struct Holds { public Captures Inner; }

        public struct Generic<T>;
        """");

    [Fact]
    public Task The_fix_reaches_other_files() => Verify.Fix<ImplementInStructCodeFix>(
        ["""class C { [ZeroAlloc] int M(S s) => {|BOLT1302:s.GetHashCode()|} + {|BOLT1302:s.GetHashCode()|}; }""", """class D { [ZeroAlloc] string M(S s) => {|BOLT1101:{|BOLT1302:s|} + "."|}; }""", "public struct S;"],
        [
            """class C { [ZeroAlloc] int M(S s) => s.GetHashCode() + s.GetHashCode(); }""",
            """class D { [ZeroAlloc] string M(S s) => {|BOLT1101:s + "."|}; }""",
            """
            public struct S : IEquatable<S>
            {
                public readonly bool Equals(S other) => true;

                public override readonly bool Equals(object obj) => obj is S other && Equals(other);

                public override readonly int GetHashCode() => 0;

                public override readonly string ToString() => "S";
            }
            """,
        ],
        iterations: 2);

    [Fact]
    public Task The_fix_reaches_the_project_that_declares_it() => Verify.FixInReferenced<ImplementInStructCodeFix>(
        """class C { [ZeroAlloc] string M(S s) => {|BOLT1302:s.ToString()|}; }""",
        "public struct S;",
        """class C { [ZeroAlloc] string M(S s) => s.ToString(); }""",
        """
        public struct S
        {
            public override readonly string ToString() => "S";
        }
        """);
}
