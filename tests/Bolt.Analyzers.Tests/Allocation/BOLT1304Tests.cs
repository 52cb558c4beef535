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
}
