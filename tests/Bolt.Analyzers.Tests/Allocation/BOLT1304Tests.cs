using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Allocation;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

public sealed class BOLT1304Tests : AllocationRuleTests
{
    protected override string Message =>
        "'IGreets.Greet' is not implemented by 'S', so the call boxes it; implement it";

    protected override string Violation =>
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(S s) => {|BOLT1304:Call(s)|};

            private static int Call<T>(T greets) where T : IGreets => greets.Greet();
        }

        public interface IGreets
        {
            int Greet() => 1;
        }

        public struct S : IGreets;
        """";

    [Fact]
    public Task Implemented_and_uncalled_members_are_silent() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(S s, Own own) => Other(s) + Call(own);

            private static int Call<T>(T greets) where T : IGreets => greets.Greet();

            private static int Other<T>(T greets) where T : IGreets => greets.Number;
        }

        public interface IGreets
        {
            int Number { get; }

            int Greet() => 1;
        }

        public struct S : IGreets
        {
            public int Number => 1;
        }

        public struct Own : IGreets
        {
            public int Number => 1;

            public int Greet() => 2;
        }
        """");

    [Fact]
    public Task The_fix_copies_the_member() => BehaviourPreserved.Fix<ImplementDefaultMemberCodeFix>(
        """"
        namespace Shapes
        {
            using static System.Math;

            public interface IShape
            {
                int Sides { get; }

                /// <summary>How many in all.</summary>
                virtual int Total(int count)
                {
                    // All have the same.
                    if (count < 0)
                        throw new ArgumentException("count");

                    return count * this.Sides;
                }

                string Name => "s" + Sides;
            }
        }

        public struct Square : Shapes.IShape
        {
            public int Sides { get; set; }
        }

        public readonly struct Triangle : Shapes.IShape { public int Sides => 3; }

        public static class Program
        {
            [ZeroAlloc]
            public static int Sum(Square s, Triangle t) => {|BOLT1304:Total(s)|} + {|BOLT1304:Total(t)|} + {|BOLT1304:Length(t)|};

            [ZeroAlloc]
            private static int Total<T>(T shape) where T : Shapes.IShape => shape.Total(2);

            [AllowAllocation("Names are made.")]
            private static int Length<T>(T shape) where T : Shapes.IShape => shape.Name.Length;

            public static string Run() => "" + Sum(new() { Sides = 4 }, default);
        }
        """",
        """"
        namespace Shapes
        {
            using static System.Math;

            public interface IShape
            {
                int Sides { get; }

                /// <summary>How many in all.</summary>
                virtual int Total(int count)
                {
                    // All have the same.
                    if (count < 0)
                        throw new ArgumentException("count");

                    return count * this.Sides;
                }

                string Name => "s" + Sides;
            }
        }

        public struct Square : Shapes.IShape
        {
            public int Sides { get; set; }

            readonly int Shapes.IShape.Total(int count)
            {
                // All have the same.
                if (count < 0)
                    throw new ArgumentException("count");

                return count * Sides;
            }
        }

        public readonly struct Triangle : Shapes.IShape
        {
            public int Sides => 3;

            int Shapes.IShape.Total(int count)
            {
                // All have the same.
                if (count < 0)
                    throw new ArgumentException("count");

                return count * Sides;
            }

            string Shapes.IShape.Name => "s" + Sides;
        }

        public static class Program
        {
            [ZeroAlloc]
            public static int Sum(Square s, Triangle t) => Total(s) + Total(t) + Length(t);

            [ZeroAlloc]
            private static int Total<T>(T shape) where T : Shapes.IShape => shape.Total(2);

            [AllowAllocation("Names are made.")]
            private static int Length<T>(T shape) where T : Shapes.IShape => shape.Name.Length;

            public static string Run() => "" + Sum(new() { Sides = 4 }, default);
        }
        """");

    [Fact]
    public Task The_fix_reaches_other_files() => Verify.Fix<ImplementDefaultMemberCodeFix>(
        [
            "class C { [ZeroAlloc] int M(S s) => {|BOLT1304:Call(s)|} + {|BOLT1304:Call(s)|}; static int Call<T>(T t) where T : I => t.One(); }",
            "interface I { int One() => 1; }",
            "struct S : I;",
        ],
        [
            "class C { [ZeroAlloc] int M(S s) => Call(s) + Call(s); static int Call<T>(T t) where T : I => t.One(); }",
            "interface I { int One() => 1; }",
            """
            struct S : I
            {
                readonly int I.One() => 1;
            }
            """,
        ],
        iterations: 1);

    [Fact]
    public Task Members_that_would_mean_something_else_in_the_struct_are_not_copied() => Verify.NoFix<ImplementDefaultMemberCodeFix>(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(S s, Hidden h) => {|BOLT1304:Changes(s)|} + {|BOLT1304:Passes(s)|} + {|BOLT1304:Generic(s)|} + {|BOLT1304:Calls(s)|} + {|BOLT1304:Hides(h)|};

            private static int Changes<T>(T t) where T : IChanges => t.Change();

            private static int Passes<T>(T t) where T : IPasses => t.Pass();

            private static int Generic<T>(T t) where T : IGeneric<int> => t.Make();

            private static int Calls<T>(T t) where T : ICalls => t.Twice();

            private static int Hides<T>(T t) where T : IHides => t.Hide();
        }

        public interface IChanges { int Number { get; set; } int Change() => Number = 1; }

        public interface IPasses { int Pass() => Take(this); static int Take(IPasses other) => 1; }

        public interface IGeneric<T> { int Make() => default(T) is null ? 0 : 1; }

        public interface ICalls { int Next(); int Twice() => Next() + Next(); }

        public interface IHides { int Hide() => Names.One; }

        public static class Names { public const int One = 1; }

        public struct Hidden : IHides { private static class Names { public const int One = 2; } }

        public struct S : IChanges, IPasses, IGeneric<int>, ICalls
        {
            public int Number { get; set; }

            public int Next() => ++Number;
        }
        """");
}
