using Bolt.Analyzers.Logging;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Logging;
using Xunit;
using Verify = Bolt.Analyzers.Tests.Testing.Verify<Bolt.Analyzers.Logging.LogCallQualityAnalyzer>;

namespace Bolt.Analyzers.Tests.Logging;

public sealed class BOLT2005Tests : RuleTests<LogCallQualityAnalyzer>
{
    private const string Log =
        """


        public static partial class Log
        {
            [LogEvent(LogLevel.Error, "Failed: {Error}")]
            public static partial void Failed(ILogger logger, string? error);

            [LogEvent(LogLevel.Error, "Broke: {Error}")]
            public static partial void Broke(ILogger logger, Exception? exception, string? error);
        }
        """;

    private const string Serilog =
        """
        namespace Serilog
        {
            public static class Log
            {
                public static void Error(string messageTemplate) { }
                public static void Error<T>(string messageTemplate, T propertyValue) { }
                public static void Error<T>(Exception? exception, string messageTemplate, T propertyValue) { }
                public static void Error(Exception? exception, string messageTemplate) { }
            }
        }
        """;

    protected override string Message => "logs only 'Message' of the exception 'error'; give 'Failed' an Exception parameter, and pass it there";

    protected override string Violation =>
        """
        public class Service(ILogger logger)
        {
            public void Fail(Exception error) => Log.Failed(logger, {|BOLT2005:error.Message|});
        }
        """ + Log;

    [Fact]
    public Task Every_way_to_lose_an_exception_is_reported() => Verify.Analyzer(
        """
        #pragma warning disable BOLT2003, BOLT2007
        public class Service(ILogger logger)
        {
            private Exception? Last { get; set; }

            public void Fail(InvalidOperationException error, Exception? maybe, bool ok)
            {
                logger.LogError("Failed", {|BOLT2005:error|});
                logger.LogError("Failed: {Error}", {|BOLT2005:error|});
                logger.LogError("Failed: {Error}", {|BOLT2005:error.Message|});
                logger.LogError("Failed: {Error} {Stack}", {|BOLT2005:error.Message|}, error.StackTrace);
                logger.LogError("Failed: {Error}", {|BOLT2005:error.ToString()|});
                logger.LogError("Failed: {Error}", {|BOLT2005:maybe?.Message|});
                logger.LogError("Failed: {Error}", {|BOLT2005:maybe?.ToString()|} ?? "none");
                logger.LogError("Failed: {Error}", {|BOLT2005:error.InnerException|});
                logger.LogError("Failed: {Error}", {|BOLT2005:error.InnerException?.Message|});
                logger.LogError("Failed: {Error}", {|BOLT2005:error.GetBaseException().Message|});
                logger.LogError("Failed: {Error}", ok ? "" : {|BOLT2005:error.Message|});
                logger.LogError("Failed: {Error}", {|BOLT2005:(object)error|});
                logger.LogError("Failed: {Error}", {|BOLT2005:Last|});
                logger.LogError("Failed: " + {|BOLT2005:error|});
                logger.LogError($"Failed: {{|BOLT2005:error.Message|}}");
                logger.LogError(string.Format("Failed: {0}", {|BOLT2005:error.Message|}));
                logger.LogError({|BOLT2005:error.Message|});
                logger.LogError(null, "Failed: {Error}", {|BOLT2005:error|});
                logger.Log(LogLevel.Error, 1, "Failed: {Error}", new object[] { {|BOLT2005:error|} });
                Log.Failed(logger, $"Failed: {{|BOLT2005:error.Message|}}");
                Log.Broke(logger, null, {|BOLT2005:error.Message|});
            }
        }
        """.Replace("{|BOLT2005:(object)error|}", "(object){|BOLT2005:error|}", StringComparison.Ordinal) + Log);

    [Fact]
    public Task What_loses_no_exception_is_silent() => Verify.Analyzer(
        """
        #pragma warning disable BOLT2003, BOLT2007
        public class Service(ILogger logger)
        {
            public void Fail(InvalidOperationException error, Exception other, Mail mail)
            {
                logger.LogError(error, "Failed");
                logger.LogError(error, "Failed: {Error}", error.Message);
                logger.LogError(error, "Failed: {Error} after {Other}", error, other);
                logger.LogError(1, error, "Failed: {Error}", error.ToString());
                logger.LogError("Failed: {Type} {Result} {Source}", error.GetType().Name, error.HResult, error.Source);
                logger.LogError("Failed: {Length} {Data}", error.Message.Length, error.Data["key"]);
                logger.LogError("Failed: {Reason}", Reason(error));
                logger.LogError("Mail {Message}", mail.Message);
                logger.LogError("Failed: {Same}", error == other);
                logger.Log(LogLevel.Error, default, error.Message, error, (message, _) => message);
                Log.Broke(logger, error, error.Message);
                Console.WriteLine(error.Message);
            }

            private static string Reason(Exception error) => error.Message;
        }

        public record Mail(string Message);
        """ + Log);

    [Fact]
    public Task Other_libraries_are_known() => Verify.Files(
        editorConfig: null,
        Serilog,
        Libraries.ZLogger,
        """
        using ZLogger;

        public static class Program
        {
            public static void Run(ILogger logger, Exception error)
            {
                Serilog.Log.Error("Failed {Error}", {|BOLT2005:error|});
                Serilog.Log.Error(error, "Failed {Error}", error.Message);
                logger.ZLogError(null, $"Failed {{|BOLT2005:error.Message|}}");
                logger.ZLogInformation($"Failed {{|BOLT2005:error|}}");
                logger.ZLogError(error, $"Failed {error.Message}");
            }
        }
        """);

    [Fact]
    public Task The_fix_passes_the_exception() => Verify.Fix<PassExceptionCodeFix>(
        """
        #nullable enable
        #pragma warning disable BOLT2003, BOLT2007
        public class Service(ILogger logger)
        {
            public void Fail(InvalidOperationException error, Exception? maybe, ILogger? other)
            {
                logger.LogError("Failed", {|BOLT2005:error|});
                logger.LogError("Failed {Id}", 1, {|BOLT2005:error|});
                logger.LogError(7, "Failed: {Error}", {|BOLT2005:error|}); // Seven.
                logger.LogError("Failed: {Error}", {|BOLT2005:error.Message|});
                logger.LogError(
                    "Failed: {Error} {Stack}",
                    {|BOLT2005:error.Message|},
                    error.StackTrace);
                logger.LogError("Failed: {Error}", {|BOLT2005:error.ToString()|});
                logger.LogError("Failed: {Error}", {|BOLT2005:maybe|});
                logger.LogError("Failed: {Error}", {|BOLT2005:maybe?.ToString()|} ?? "none");
                logger.LogError("Failed: {Error}", {|BOLT2005:error.InnerException?.Message|});
                logger.LogError("Failed: " + {|BOLT2005:error|});
                logger.LogError($"Failed: {{|BOLT2005:error|}}");
                logger.LogError(null, "Failed: {Error}", {|BOLT2005:error|});
                logger.Log(LogLevel.Error, 1, message: "Failed: {Error}", {|BOLT2005:error|});
                other?.LogError("Failed: {Error}", new object[] { {|BOLT2005:error|} });
                Log.Broke(logger, null, {|BOLT2005:error.Message|});
            }
        }
        """ + Log,
        """
        #nullable enable
        #pragma warning disable BOLT2003, BOLT2007
        public class Service(ILogger logger)
        {
            public void Fail(InvalidOperationException error, Exception? maybe, ILogger? other)
            {
                logger.LogError(error, "Failed");
                logger.LogError(error, "Failed {Id}", 1);
                logger.LogError(7, error, "Failed: {Error}", error.Message); // Seven.
                logger.LogError(error, "Failed: {Error}", error.Message);
                logger.LogError(
                    error, "Failed: {Error} {Stack}",
                    error.Message,
                    error.StackTrace);
                logger.LogError(error, "Failed: {Error}", error.Message);
                logger.LogError(maybe, "Failed: {Error}", maybe?.Message);
                logger.LogError(maybe, "Failed: {Error}", maybe?.Message ?? "none");
                logger.LogError(error, "Failed: {Error}", error.InnerException?.Message);
                logger.LogError(error, "Failed: " + error.Message);
                logger.LogError(error, $"Failed: {error.Message}");
                logger.LogError(error, "Failed: {Error}", error.Message);
                logger.Log(LogLevel.Error, 1, exception: error, message: "Failed: {Error}", error.Message);
                other?.LogError(error, "Failed: {Error}", new object[] { error.Message });
                Log.Broke(logger, error, error.Message);
            }
        }
        """ + Log);

    [Fact]
    public Task The_fix_knows_other_libraries() => Verify.Fix<PassExceptionCodeFix>(
        [
            Serilog,
            Libraries.ZLogger,
            """
            #nullable enable
            using ZLogger;

            public static class Program
            {
                public static void Run(ILogger logger, Exception error)
                {
                    Serilog.Log.Error("Failed {Error}", {|BOLT2005:error|});
                    Serilog.Log.Error("Failed", {|BOLT2005:error|});
                    logger.ZLogError($"Failed {{|BOLT2005:error|}}");
                }
            }
            """.Replace("ZLogError($", "ZLogError(null, $", StringComparison.Ordinal),
        ],
        [
            Serilog,
            Libraries.ZLogger,
            """
            #nullable enable
            using ZLogger;

            public static class Program
            {
                public static void Run(ILogger logger, Exception error)
                {
                    Serilog.Log.Error(error, "Failed {Error}", error.Message);
                    Serilog.Log.Error(error, "Failed");
                    logger.ZLogError(error, $"Failed {error.Message}");
                }
            }
            """,
        ]);

    [Fact]
    public Task The_fix_does_not_trust_what_may_be_null() => Verify.Fix<PassExceptionCodeFix>(
        """
        public class Service(ILogger logger)
        {
            public void Fail(Exception error)
            {
                logger.LogError("Failed {Error}", {|BOLT2005:error|});
                try
                {
                    Fail(error);
                }
                catch (Exception caught)
                {
                    logger.LogError("Failed {Error}", {|BOLT2005:caught|});
                }
            }
        }
        """,
        """
        public class Service(ILogger logger)
        {
            public void Fail(Exception error)
            {
                logger.LogError(error, "Failed {Error}", error?.Message);
                try
                {
                    Fail(error);
                }
                catch (Exception caught)
                {
                    logger.LogError(caught, "Failed {Error}", caught.Message);
                }
            }
        }
        """);

    [Fact]
    public Task The_fix_is_not_offered_where_no_exception_can_go() => Verify.NoFix<PassExceptionCodeFix>(
        """
        #pragma warning disable BOLT2003, BOLT2007
        public class Service(ILogger logger)
        {
            public void Fail(Exception error)
            {
                Log.Failed(logger, {|BOLT2005:error.Message|});
                Log.Special(logger, null, {|BOLT2005:error.Message|});
                Log.Two(logger, null, {|BOLT2005:error|});
                logger.LogError("Failed: {Error}", {|BOLT2005:Last()|});
            }

            private static Exception Last() => new();
        }

        public static partial class Log
        {
            [LogEvent(LogLevel.Error, "Failed: {Error}")]
            public static partial void Failed(ILogger logger, string? error);

            [LogEvent(LogLevel.Error, "Failed: {Error}")]
            public static partial void Special(ILogger logger, ArgumentException? exception, string? error);

            [LogEvent(LogLevel.Error, "Failed: {Error}")]
            public static partial void Two(ILogger logger, Exception? exception, Exception error);
        }
        """);
}
