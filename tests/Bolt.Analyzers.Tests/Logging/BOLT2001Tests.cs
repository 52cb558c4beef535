using Bolt.Analyzers.Logging;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Logging;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Logging.ConvertibleCallAnalyzer>;

namespace Bolt.Analyzers.Tests.Logging;

public sealed class BOLT2001Tests : RuleTests<ConvertibleCallAnalyzer>
{
    protected override string Message =>
        "'LogInformation' parses its template and boxes its arguments at each call; let Bolt write a log method for it";

    protected override string Violation =>
        """
        public class Service(ILogger<Service> logger)
        {
            public void LogIn(int id, string city) => {|BOLT2001:logger.LogInformation("User {Id} logged in from {City}", id, city)|};
        }
        """;

    [Fact]
    public Task What_cannot_become_a_log_method_is_silent() => Verify.Analyzer(
        """
        public class Service(ILogger logger)
        {
            private sealed class Hidden;

            public void Silent<T>(string message, object[] values, T value, LogLevel level, int id, Exception error)
            {
                logger.LogInformation(message);
                logger.LogInformation(message, id);
                logger.LogInformation("{A} {B}", values);
                logger.LogInformation("{A} {B}", id);
                logger.LogInformation("{A}", id, id);
                logger.LogInformation("{A", id);
                logger.LogInformation("{A} {a}", id, level);
                logger.LogInformation("{A}", value);
                logger.LogInformation("{A}", new { id });
                logger.LogInformation("{A}", new List<Hidden>());
                logger.LogInformation(new EventId(id), "text");
                logger.Log(LogLevel.None, "text");
                logger.LogInformation("{A}", /* the id */ id);
                logger.Log(level, new EventId(1), id, error, (state, thrown) => "");
                using (logger.BeginScope("scope {A}", id))
                {
                }
            }
        }
        """);

    [Fact]
    public Task A_constant_template_becomes_the_templates_of_a_log_method() => Verify.Fix<ConvertLogCallCodeFix>(
        """
        #nullable enable
        public class Service(ILogger<Service> logger)
        {
            public void LogIn(int id, string? city, List<string> roles) =>
                {|BOLT2001:logger.LogInformation("User {Id,5} logged in from {City} as {Roles}", id, city, roles)|};
        }
        """,
        """
        #nullable enable
        public class Service(ILogger<Service> logger)
        {
            public void LogIn(int id, string? city, List<string> roles) =>
                Log.UserLoggedIn(logger, id, city, roles);
        }

        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {Id,5} logged in from {City} as {Roles}")]
            internal static partial void UserLoggedIn(ILogger logger, int id, string? city, List<string> roles);
        }
        """);

    [Fact]
    public Task Exceptions_event_ids_and_levels_are_kept() => Verify.Fix<ConvertLogCallCodeFix>(
        """
        #nullable enable
        namespace Shop;

        public class Service
        {
            private static readonly EventId s_paid = new(17, nameof(Pay));
            private readonly ILogger _logger;

            public Service(ILogger logger) => _logger = logger;

            public void Pay(Guid order, LogLevel level, InvalidOperationException error, DateTime due, TimeSpan took)
            {
                {|BOLT2001:_logger.LogError(error, "Payment of {Order} failed", order)|};
                {|BOLT2001:_logger.LogWarning(42, error, "Payment due {Due} took {Took}", due, took)|};
                {|BOLT2001:_logger.LogCritical(s_paid, "Out of money")|};
                {|BOLT2001:_logger.Log(level, "Level chosen: {Level}", level)|};
                {|BOLT2001:_logger.Log(LogLevel.Debug, new EventId(3), "Debugging {Message} {Error}", "x", error)|};
            }
        }
        """,
        """
        #nullable enable
        namespace Shop;

        public class Service
        {
            private static readonly EventId s_paid = new(17, nameof(Pay));
            private readonly ILogger _logger;

            public Service(ILogger logger) => _logger = logger;

            public void Pay(Guid order, LogLevel level, InvalidOperationException error, DateTime due, TimeSpan took)
            {
                Log.PaymentFailed(_logger, error, order);
                Log.PaymentDueTook(_logger, error, due, took);
                Log.Pay(_logger);
                Log.LevelChosen(_logger, level, level.ToString());
                Log.Debugging(_logger, "x", error?.ToString());
            }
        }

        internal static partial class Log
        {
            [LogEvent(LogLevel.Error, "Payment of {Order} failed")]
            internal static partial void PaymentFailed(ILogger logger, Exception exception, Guid order);

            [LogEvent(LogLevel.Warning, "Payment due {Due:G} took {Took:c}", EventId = 42)]
            internal static partial void PaymentDueTook(ILogger logger, Exception exception, DateTime due, TimeSpan took);

            [LogEvent(LogLevel.Critical, "Out of money", EventId = 17)]
            internal static partial void Pay(ILogger logger);

            [LogEvent("Level chosen: {Level}")]
            internal static partial void LevelChosen(ILogger logger, LogLevel logLevel, string? level);

            [LogEvent(LogLevel.Debug, "Debugging {Message} {Error}", EventId = 3)]
            internal static partial void Debugging(ILogger logger, string message, string? error);
        }
        """,
        iterations: 5);

    [Fact]
    public Task Interpolations_concatenations_and_formats_become_templates() => Verify.Fix<ConvertLogCallCodeFix>(
        """"
        public record User(int Id, string Name);

        public class Service(ILogger logger)
        {
            public void Go(User user, int count, decimal price)
            {
                {|BOLT2001:logger.LogInformation($"User {user.Id} is {user.Name,-10}")|};
                {|BOLT2001:logger.LogDebug("Count " + count + " of " + user.Name + '.')|};
                {|BOLT2001:logger.LogTrace(string.Format("Price {0:N2} for {1}", price, count))|};
                {|BOLT2001:logger.LogWarning($"Braces {{x}} " + "and {Y} " + $"""raw "{count}" {nameof(user)}""")|};
                {|BOLT2001:logger.LogError($"Twice {count} {count} {user.Id + 1}, {{Z}}", price)|};
            }
        }
        """",
        """"
        public record User(int Id, string Name);

        public class Service(ILogger logger)
        {
            public void Go(User user, int count, decimal price)
            {
                Log.UserIs(logger, user.Id, user.Name);
                Log.Count(logger, count, user.Name);
                Log.Price(logger, price, count);
                Log.BracesXAndYRaw(logger, count);
                Log.Twice(logger, count, user.Id + 1, price);
            }
        }

        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {UserId} is {UserName,-10}")]
            internal static partial void UserIs(ILogger logger, int userId, string userName);

            [LogEvent(LogLevel.Debug, "Count {Count} of {UserName}.")]
            internal static partial void Count(ILogger logger, int count, string userName);

            [LogEvent(LogLevel.Trace, "Price {Price:N2} for {Count}")]
            internal static partial void Price(ILogger logger, decimal price, int count);

            [LogEvent(LogLevel.Warning, "Braces {{x}} and {{Y}} raw \"{Count}\" user")]
            internal static partial void BracesXAndYRaw(ILogger logger, int count);

            [LogEvent(LogLevel.Error, "Twice {Count} {Count} {Value}, {Z}")]
            internal static partial void Twice(ILogger logger, int count, int value, decimal z);
        }
        """",
        iterations: 5);

    [Fact]
    public Task Names_that_are_none_keep_their_keys() => Verify.Fix<ConvertLogCallCodeFix>(
        """
        public class Service(ILogger logger)
        {
            public void Go(int id, string text)
            {
                {|BOLT2001:logger.LogInformation("Sent {user-id} {message} {class} {0}", id, text, text, id)|};
            }
        }
        """,
        """
        public class Service(ILogger logger)
        {
            public void Go(int id, string text)
            {
                Log.Sent(logger, id, text, text, id);
            }
        }

        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "Sent {userId} {message} {class} {Id}")]
            internal static partial void Sent(ILogger logger, [LogName("user-id")] int userId, [LogName("message_")] string message, string @class, int id);
        }
        """);

    [Fact]
    public Task A_call_of_an_optional_logger_is_converted_where_its_arguments_have_no_effects() => Verify.Fix<ConvertLogCallCodeFix>(
        """
        #nullable enable
        public class Service(ILogger? logger)
        {
            private int Next() => 1;

            public void Go(int id)
            {
                logger?{|BOLT2001:.LogInformation("Went {Id}", id)|};
                logger?.LogInformation("Went {Id}", Next());
            }
        }
        """,
        """
        #nullable enable
        public class Service(ILogger? logger)
        {
            private int Next() => 1;

            public void Go(int id)
            {
                Log.Went(logger, id);
                logger?.LogInformation("Went {Id}", Next());
            }
        }

        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "Went {Id}")]
            internal static partial void Went(ILogger? logger, int id);
        }
        """);

    [Fact]
    public Task Equal_events_share_a_method_across_files() => Verify.Fix<ConvertLogCallCodeFix>(
        [
            """
            namespace Shop.Orders;

            public class A(ILogger logger)
            {
                public void Go(int id) => {|BOLT2001:logger.LogInformation("Went {Id}", id)|};
            }
            """,
            """
            namespace Shop.Orders
            {
                public class B(ILogger logger)
                {
                    public void Go(int id, int other)
                    {
                        {|BOLT2001:logger.LogInformation("Went {Id}", id)|};
                        {|BOLT2001:logger.LogInformation("Went {Id}", other)|};
                        {|BOLT2001:logger.LogWarning("Went {Id}", other)|};
                    }
                }
            }

            namespace Other
            {
                public class C(ILogger logger)
                {
                    public void Go(int id) => {|BOLT2001:logger.LogInformation("Went {Id}", id)|};
                }
            }
            """,
        ],
        [
            """
            namespace Shop.Orders;

            public class A(ILogger logger)
            {
                public void Go(int id) => Log.Went(logger, id);
            }

            internal static partial class Log
            {
                [LogEvent(LogLevel.Information, "Went {Id}")]
                internal static partial void Went(ILogger logger, int id);

                [LogEvent(LogLevel.Warning, "Went {Id}")]
                internal static partial void WentId(ILogger logger, int id);
            }
            """,
            """
            namespace Shop.Orders
            {
                public class B(ILogger logger)
                {
                    public void Go(int id, int other)
                    {
                        Log.Went(logger, id);
                        Log.Went(logger, other);
                        Log.WentId(logger, other);
                    }
                }
            }

            namespace Other
            {
                public class C(ILogger logger)
                {
                    public void Go(int id) => Shop.Orders.Log.Went(logger, id);
                }
            }
            """,
        ]);

    [Fact]
    public Task Methods_go_into_the_class_that_is_there() => Verify.Fix<ConvertLogCallCodeFix>(
        """
        namespace Shop
        {
            public static partial class Events
            {
                [LogEvent(LogLevel.Information, "Went {Id}")]
                public static partial void Gone(ILogger logger, int id);

                [LogEvent(LogLevel.Information, "Stopped")]
                public static partial void Stopped(ILogger logger);
            }

            public class Service(ILogger logger)
            {
                public void Go(int id, string name)
                {
                    {|BOLT2001:logger.LogInformation("Went {Id}", id)|};
                    {|BOLT2001:logger.LogInformation("Stopped {Name}", name)|};
                }
            }
        }
        """,
        """
        namespace Shop
        {
            public static partial class Events
            {
                [LogEvent(LogLevel.Information, "Went {Id}")]
                public static partial void Gone(ILogger logger, int id);

                [LogEvent(LogLevel.Information, "Stopped")]
                public static partial void Stopped(ILogger logger);

                [LogEvent(LogLevel.Information, "Stopped {Name}")]
                internal static partial void StoppedName(ILogger logger, string name);
            }

            public class Service(ILogger logger)
            {
                public void Go(int id, string name)
                {
                    Events.Gone(logger, id);
                    Events.StoppedName(logger, name);
                }
            }
        }
        """);

    [Fact]
    public Task Where_Log_means_something_the_class_is_LogEvents() => Verify.Fix<ConvertLogCallCodeFix>(
        """
        public class Service(ILogger logger)
        {
            private void Log(string text) => {|BOLT2001:logger.LogInformation("Text {Text}", text)|};

            public void Go() => Log("x");
        }
        """,
        """
        public class Service(ILogger logger)
        {
            private void Log(string text) => LogEvents.Text(logger, text);

            public void Go() => Log("x");
        }

        internal static partial class LogEvents
        {
            [LogEvent(LogLevel.Information, "Text {Text}")]
            internal static partial void Text(ILogger logger, string text);
        }
        """);

    [Fact]
    public Task Values_that_have_only_a_text_are_passed_as_it() => Verify.Fix<ConvertLogCallCodeFix>(
        """
        #nullable enable
        public class Point(int x)
        {
            public int X => x;
            public override string ToString() => "(" + x + ")";
        }

        public class Service(ILogger logger)
        {
            public void Go(Point point, (int A, int B) pair, object any, DayOfWeek day)
            {
                {|BOLT2001:logger.LogInformation("Point {Point}, pair {Pair}, any {Any}, day {Day}", point, pair, any, day)|};
            }
        }
        """,
        """
        #nullable enable
        public class Point(int x)
        {
            public int X => x;
            public override string ToString() => "(" + x + ")";
        }

        public class Service(ILogger logger)
        {
            public void Go(Point point, (int A, int B) pair, object any, DayOfWeek day)
            {
                Log.PointPairAnyDay(logger, point?.ToString(), pair.ToString(), any, day);
            }
        }

        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "Point {Point}, pair {Pair}, any {Any}, day {Day}")]
            internal static partial void PointPairAnyDay(ILogger logger, string? point, string? pair, object any, DayOfWeek day);
        }
        """);

    [Fact]
    public Task Serilog_calls_are_converted_where_an_ILogger_is_in_reach() => Verify.Fix<ConvertLogCallCodeFix>(
        [
            """
            public record Order(int Id, decimal Total);

            public class Service(ILogger<Service> logger, Serilog.ILogger serilog)
            {
                public void Go(Order order, Exception error)
                {
                    {|BOLT2001:serilog.Information("Placed {@Order} for {Name:l}", order, "me")|};
                    {|BOLT2001:serilog.Fatal(error, "Broken {Id}", order.Id)|};
                    {|BOLT2001:Serilog.Log.Warning("Careful")|};
                    serilog.ForContext("a", 1).Information("Placed {Id}", order.Id);
                }
            }

            public class Without(Serilog.ILogger serilog)
            {
                public void Go() => serilog.Information("Nothing");
            }
            """,
            Libraries.Serilog,
        ],
        [
            """
            public record Order(int Id, decimal Total);

            public class Service(ILogger<Service> logger, Serilog.ILogger serilog)
            {
                public void Go(Order order, Exception error)
                {
                    Log.Placed(logger, order, "me");
                    Log.Broken(logger, error, order.Id);
                    Log.Careful(logger);
                    serilog.ForContext("a", 1).Information("Placed {Id}", order.Id);
                }
            }

            public class Without(Serilog.ILogger serilog)
            {
                public void Go() => serilog.Information("Nothing");
            }

            internal static partial class Log
            {
                [LogEvent(LogLevel.Information, "Placed {Order} for {Name}")]
                internal static partial void Placed(ILogger logger, [LogFields] Order order, string name);

                [LogEvent(LogLevel.Critical, "Broken {Id}")]
                internal static partial void Broken(ILogger logger, Exception exception, int id);

                [LogEvent(LogLevel.Warning, "Careful")]
                internal static partial void Careful(ILogger logger);
            }
            """,
            Libraries.Serilog,
        ]);

    [Fact]
    public Task ZLogger_calls_are_converted() => Verify.Fix<ConvertLogCallCodeFix>(
        [
            """
            using ZLogger;

            public class Service(ILogger logger)
            {
                public void Go(int id, string name, Exception error)
                {
                    {|BOLT2001:logger.ZLogInformation($"Went {id} as {name:@UserName} at {name.Length:@length:N0}")|};
                    {|BOLT2001:logger.ZLogError(error, $"Failed")|};
                    logger.ZLogInformation($"Object {name:json}");
                }
            }
            """,
            Libraries.ZLogger,
        ],
        [
            """
            using ZLogger;

            public class Service(ILogger logger)
            {
                public void Go(int id, string name, Exception error)
                {
                    Log.Went(logger, id, name, name.Length);
                    Log.Failed(logger, error);
                    logger.ZLogInformation($"Object {name:json}");
                }
            }

            internal static partial class Log
            {
                [LogEvent(LogLevel.Information, "Went {id} as {UserName} at {length:N0}")]
                internal static partial void Went(ILogger logger, int id, string userName, int length);

                [LogEvent(LogLevel.Error, "Failed")]
                internal static partial void Failed(ILogger logger, Exception exception);
            }
            """,
            Libraries.ZLogger,
        ]);
}
