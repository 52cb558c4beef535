using Bolt.Analyzers.Logging;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Logging;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Logging.ConvertibleMethodAnalyzer>;

namespace Bolt.Analyzers.Tests.Logging;

public sealed class BOLT2002Tests : RuleTests<ConvertibleMethodAnalyzer>
{
    protected override string Message => "'LoggedIn' is written by the generator of [LoggerMessage]; with [LogEvent] Bolt writes it";

    // The second declaration stands for what the other generator writes.
    protected override string Violation =>
        """
        public static partial class Log
        {
            [LoggerMessage(LogLevel.Information, "User {Id} logged in")]
            public static partial void {|BOLT2002:LoggedIn|}(ILogger logger, int id);
        }

        public static partial class Log
        {
            public static partial void LoggedIn(ILogger logger, int id) { }
        }
        """;

    [Fact]
    public Task What_Bolt_could_not_write_is_silent() => Verify.Analyzer(
        """
        public static partial class Log
        {
            [LoggerMessage(LogLevel.Information, "{Point}")]
            public static partial void OnlyText(ILogger logger, Tuple<int> point);

            [LoggerMessage(LogLevel.Information, "{message}")]
            public static partial void Reserved(ILogger logger, string message);

            [LoggerMessage(LogLevel.Information, "{Missing}")]
            public static partial void NoParameter(ILogger logger);

            [LoggerMessage(LogLevel.Information, "{Id")]
            public static partial void Malformed(ILogger logger, int id);

            [LoggerMessage(LogLevel.Information, "{Error}")]
            public static partial void ExceptionAsField(ILogger logger, Exception error);

            [LogEvent(LogLevel.Information, "{Id}")]
            public static partial void Bolts(ILogger logger, int id);

            public static partial void OnlyText(ILogger logger, Tuple<int> point) { }
            public static partial void Reserved(ILogger logger, string message) { }
            public static partial void NoParameter(ILogger logger) { }
            public static partial void Malformed(ILogger logger, int id) { }
            public static partial void ExceptionAsField(ILogger logger, Exception error) { }
        }
        """);

    [Fact]
    public Task Every_form_of_the_attribute_is_converted_for_the_whole_class() => Verify.FixOneSide<ConvertLogMethodCodeFix>(
        """
        public static partial class Log
        {
            /// <summary>Documented.</summary>
            [LoggerMessage(17, LogLevel.Information, "User {Id} logged in")]
            public static partial void {|BOLT2002:Positional|}(this ILogger logger, int id);

            [LoggerMessage(EventId = 18, EventName = "Named", Level = LogLevel.Warning, Message = "Due {Due}, took {Took,5}", SkipEnabledCheck = true)]
            internal static partial void {|BOLT2002:WithNames|}(ILogger logger, DateTime due, TimeSpan took, Exception error);

            [LoggerMessage("Level {Id}")]
            public static partial void {|BOLT2002:Dynamic|}(ILogger logger, LogLevel level, int id);

            [LoggerMessage(level: LogLevel.Error, message: "A" + "B", eventId: 0)]
            public static partial void {|BOLT2002:Colons|}(ILogger logger);

            [LoggerMessage(Level = LogLevel.Debug)]
            public static partial void {|BOLT2002:Bare|}(ILogger logger, string field);
        }

        public partial class Service(ILogger logger)
        {
            [LoggerMessage(LogLevel.Information, "Went {Id}")]
            private partial void {|BOLT2002:Went|}(int id);
        }
        """,
        """
        public static partial class Log
        {
            /// <summary>Documented.</summary>
            [LogEvent(LogLevel.Information, "User {Id} logged in", EventId = 17)]
            public static partial void Positional(this ILogger logger, int id);

            [LogEvent(LogLevel.Warning, "Due {Due:G}, took {Took,5:c}", EventId = 18, EventName = "Named", SkipEnabledCheck = true)]
            internal static partial void WithNames(ILogger logger, DateTime due, TimeSpan took, Exception error);

            [LogEvent("Level {Id}")]
            public static partial void Dynamic(ILogger logger, LogLevel level, int id);

            [LogEvent(LogLevel.Error, "A" + "B")]
            public static partial void Colons(ILogger logger);

            [LogEvent(LogLevel.Debug)]
            public static partial void Bare(ILogger logger, string field);
        }

        public partial class Service(ILogger logger)
        {
            [LogEvent(LogLevel.Information, "Went {Id}")]
            private partial void Went(int id);
        }
        """,
        iterations: 2);

    [Fact]
    public Task ZLoggers_methods_are_converted() => Verify.FixOneSide<ConvertLogMethodCodeFix>(
        [
            """
            using ZLogger;

            namespace Shop;

            public static partial class Log
            {
                [ZLoggerMessage(LogLevel.Information, "User {id} logged in")]
                public static partial void {|BOLT2002:LoggedIn|}(this ILogger logger, int id);
            }
            """,
            Libraries.ZLogger,
        ],
        [
            """
            using ZLogger;

            namespace Shop;

            public static partial class Log
            {
                [LogEvent(LogLevel.Information, "User {id} logged in")]
                public static partial void LoggedIn(this ILogger logger, int id);
            }
            """,
            Libraries.ZLogger,
        ]);
}
