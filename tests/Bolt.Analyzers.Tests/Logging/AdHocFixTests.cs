using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Logging;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Logging.ConvertibleCallAnalyzer>;

namespace Bolt.Analyzers.Tests.Logging;

/// <summary>The second fix of BOLT2001, which interpolates the call where it stands.</summary>
public sealed class AdHocFixTests
{
    private const string Key = "Bolt.LogAdHoc";

    private const string Calls =
        """
        public static class Program
        {
            private sealed record Order(int Id, decimal Total);

            public static void Run(ILogger logger)
            {
                var error = new InvalidOperationException("broken");
                var order = new Order(7, 12.5m);
                var city = "Rome";
                {|BOLT2001:logger.LogInformation("User {OrderId,5} from {city,-8}|{Price:N2}", order.Id, city, order.Total)|};
                {|BOLT2001:logger.LogWarning(error, "Due {Due} took {Took} on {Day}", new DateTime(2026, 1, 2, 3, 4, 5), TimeSpan.FromSeconds(90), DayOfWeek.Friday)|};
                {|BOLT2001:logger.LogError("Braces {{x}} \"stay\"\n")|};
                {|BOLT2001:logger.LogTrace("Braces {{x}} go {Id}", 1)|};
                {|BOLT2001:logger.LogDebug("Keys {user-id} {message}", city is null ? 1 : 2, "text")|};
                {|BOLT2001:logger.LogCritical("Text {Pair}", (1, "a"))|};
                {|BOLT2001:logger.LogInformation($"Order {order.Id} of {city}")|};
            }
        }
        """;

    private const string Interpolated =
        """
        public static class Program
        {
            private sealed record Order(int Id, decimal Total);

            public static void Run(ILogger logger)
            {
                var error = new InvalidOperationException("broken");
                var order = new Order(7, 12.5m);
                var city = "Rome";
                logger.Info($"User {order.Id,5} from {city,-8}|{order.Total:@Price:N2}");
                logger.Warn(error, $"Due {new DateTime(2026, 1, 2, 3, 4, 5):@Due:G} took {TimeSpan.FromSeconds(90):@Took:c} on {DayOfWeek.Friday:@Day}");
                logger.Error($"Braces {{{{x}}}} \"stay\"\n");
                logger.Trace($"Braces {{x}} go {1:@Id}");
                logger.Debug($"Keys {(city is null ? 1 : 2):@user-id} {"text":@message_}");
                logger.Critical($"Text {(1, "a"):@Pair}");
                logger.Info($"Order {order.Id} of {city:@City}");
            }
        }
        """;

    [Fact]
    public async Task Calls_are_interpolated_and_write_the_same_records()
    {
        await Verify.FixBy<ConvertLogCallCodeFix>(Key, Calls, Interpolated, iterations: 7);
        var before = LoggedRecords.Of(TestCompilation.Create(BehaviourPreserved.WithoutMarks(Calls)), RecordParts.ErrorType);
        Assert.Equal(7, before.Length);
        var after = LoggedRecords.Of(TestCompilation.Create(Interpolated), RecordParts.ErrorType);
        Assert.Equal(before[..^1], after[..^1]);

        // The last had no fields; those that it has now are the first fix's.
        Assert.Equal("""{"level":"info","OrderId":7,"City":"Rome","message":"Order 7 of Rome"}""", after[^1]);
    }

    [Fact]
    public Task What_would_lose_something_stays() => Verify.FixBy<ConvertLogCallCodeFix>(
        Key,
        """
        public class Service(ILogger logger)
        {
            public async System.Threading.Tasks.Task Run(int id, LogLevel level, System.Threading.Tasks.Task<int> task)
            {
                {|BOLT2001:logger.LogInformation("Plain {Id}", id)|};
                {|BOLT2001:logger.LogInformation("Failed: {Error}", new Exception())|};
                {|BOLT2001:logger.LogInformation(7, "With id {Id}", id)|};
                {|BOLT2001:logger.Log(level, "Level of the moment {Id}", id)|};
                {|BOLT2001:logger.LogInformation("Counted {Id}", id++)|};
                {|BOLT2001:logger.LogInformation("Awaited {Id}", await task)|};
            }
        }
        """,
        """
        public class Service(ILogger logger)
        {
            public async System.Threading.Tasks.Task Run(int id, LogLevel level, System.Threading.Tasks.Task<int> task)
            {
                logger.Info($"Plain {id:@Id}");
                logger.Info($"Failed: {(new Exception())?.ToString():@Error}");
                {|BOLT2001:logger.LogInformation(7, "With id {Id}", id)|};
                {|BOLT2001:logger.Log(level, "Level of the moment {Id}", id)|};
                {|BOLT2001:logger.LogInformation("Counted {Id}", id++)|};
                {|BOLT2001:logger.LogInformation("Awaited {Id}", await task)|};
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task A_logger_that_may_be_null_stays_one() => Verify.FixBy<ConvertLogCallCodeFix>(
        Key,
        """
        #nullable enable
        public class Service(ILogger? logger)
        {
            public void Run(int id) => logger?{|BOLT2001:.LogInformation("Plain {id}", id)|};
        }
        """,
        """
        #nullable enable
        public class Service(ILogger? logger)
        {
            public void Run(int id) => logger.Info($"Plain {id}");
        }
        """);

    [Fact]
    public Task A_name_that_means_something_else_is_written_in_full() => Verify.FixBy<ConvertLogCallCodeFix>(
        Key,
        """
        public static class Other
        {
            public static void Info(this ILogger logger, string text) { }
        }

        public class Service(ILogger logger)
        {
            public void Run(int id) => {|BOLT2001:logger.LogInformation("Plain {id}", id)|};
        }
        """,
        """
        public static class Other
        {
            public static void Info(this ILogger logger, string text) { }
        }

        public class Service(ILogger logger)
        {
            public void Run(int id) => global::Bolt.AdHocLoggerExtensions.Info(logger, $"Plain {id}");
        }
        """);

    [Fact]
    public Task The_string_of_an_interpolated_call_is_no_allocation() => Verify<AllocationAnalyzer>.Analyzer(
        """
        public class Service(ILogger logger)
        {
            [ZeroAlloc]
            public void Run(int id, string user, Exception error)
            {
                logger.Info($"Order {id} of {user}");
                logger.Error(error, $"Order {id,5:N0} of {user:@name}");
            }

            [ZeroAlloc]
            public string Text(int id) => {|BOLT1102:$"Order {id}"|};
        }
        """);
}
