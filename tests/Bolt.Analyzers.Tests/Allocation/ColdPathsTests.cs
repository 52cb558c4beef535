using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Allocation.AllocationAnalyzer>;

namespace Bolt.Analyzers.Tests.Allocation;

/// <summary>Which code is cold, and how to hear of it all the same.</summary>
public sealed class ColdPathsTests
{
    [Fact]
    public Task Failing_code_is_reported_on_request() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public object M(bool condition)
            {
                try
                {
                    if (condition)
                        throw {|BOLT1001:new InvalidOperationException()|};
                }
                catch (ArgumentException)
                {
                    return {|BOLT1001:new object()|};
                }

                return this;
            }
        }
        """",
        "bolt_cold_paths = report",
        []);

    [Fact]
    public Task Static_initialisers_are_reported_on_request() => Verify.Analyzer(
        """"
        [ZeroAlloc]
        public class C
        {
            private static readonly object s_made = {|BOLT1001:new object()|};
        }
        """",
        "bolt_static_init = report",
        []);

    [Fact]
    public Task Lazy_fields_are_reported_on_request() => Verify.Analyzer(
        """"
        public class C
        {
            private object? _made;

            [ZeroAlloc]
            public object M() => _made ??= {|BOLT1001:new object()|};
        }
        """",
        "bolt_lazy_init = report",
        []);

    [Fact]
    public Task Functions_that_a_static_initialiser_makes_are_hot() => Verify.Analyzer(
        """"
        [ZeroAlloc]
        public class C
        {
            private static readonly Func<object> s_make = static () => {|BOLT1001:new object()|};
        }
        """");

    [Fact]
    public Task A_closure_made_on_a_failing_path_costs_where_its_variable_is_declared() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int value)
            {
                if (value < 0)
                {
                    var copy = value;
                    throw new InvalidOperationException(Describe(() => copy + ""));
                }

                return value == 1 ? throw new InvalidOperationException(Describe({|BOLT1201:() => value + ""|})) : value;
            }

            private static string Describe(Func<string> describe) => describe();
        }
        """");

    [Fact]
    public Task Loops_switches_and_blocks_that_only_throw_are_cold() => Verify.Analyzer(
        """"
        public class C
        {
            [ZeroAlloc]
            public int M(int value)
            {
                switch (value)
                {
                    case 1:
                        return 1;
                    case 2:
                        var problem = new object();
                        throw new InvalidOperationException(problem + "");
                    default:
                        foreach (var item in new int[3])
                        {
                            if (item == 1)
                                break;
                        }

                        using (var scope = new System.IO.MemoryStream())
                        {
                            if (value == 7)
                                throw new InvalidOperationException();
                            else
                                throw new ArgumentException(value + "");
                        }
                }
            }
        }
        """");

    [Fact]
    public Task Left_out_calls_and_dead_branches_are_silent() => Verify.Analyzer(
        """"
        public partial class C
        {
            private const bool Off = false;

            [ZeroAlloc]
            public void M(int value)
            {
                System.Diagnostics.Debug.WriteLine("value " + value);
                Hook("value " + value);
                if (Off)
                    _ = new object();
            }

            partial void Hook(string text);
        }
        """");

    [Fact]
    public Task Functions_made_while_failing_are_cold() => Verify.Analyzer(
        """"
        using System.Threading.Tasks;

        public class C
        {
            [ZeroAlloc]
            public void M()
            {
                try
                {
                }
                catch (InvalidOperationException)
                {
                    Run(async () => await Task.FromResult(new object()));
                }
            }

            private static void Run(Func<Task> run) => run();
        }
        """");
}
