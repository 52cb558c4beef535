namespace Bolt.Analyzers.Tests.Logging;

/// <summary>What the rules need to see of other logging libraries, under their names.</summary>
internal static class Libraries
{
    public const string Serilog =
        """
        namespace Serilog
        {
            public interface ILogger
            {
                void Information(string messageTemplate);
                void Information<T>(string messageTemplate, T propertyValue);
                void Information<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1);
                void Information(string messageTemplate, params object?[]? propertyValues);
                void Fatal<T>(Exception? exception, string messageTemplate, T propertyValue);
                ILogger ForContext(string propertyName, object? value);
            }

            public static class Log
            {
                public static void Warning(string messageTemplate) { }
            }
        }
        """;

    public const string ZLogger =
        """
        using System.Runtime.CompilerServices;

        namespace ZLogger
        {
            [InterpolatedStringHandler]
            public ref struct ZLoggerInterpolatedStringHandler
            {
                public ZLoggerInterpolatedStringHandler(int literalLength, int formattedCount, ILogger logger) { }
                public void AppendLiteral(string s) { }
                public void AppendFormatted<T>(T value, int alignment = 0, string? format = null, [CallerArgumentExpression("value")] string? argumentName = null) { }
            }

            public static class ZLoggerExtensions
            {
                public static void ZLogInformation(this ILogger logger, [InterpolatedStringHandlerArgument("logger")] ref ZLoggerInterpolatedStringHandler message, object? context = null, [CallerMemberName] string? memberName = null) { }
                public static void ZLogError(this ILogger logger, Exception? exception, [InterpolatedStringHandlerArgument("logger")] ref ZLoggerInterpolatedStringHandler message, object? context = null, [CallerMemberName] string? memberName = null) { }
            }

            [AttributeUsage(AttributeTargets.Method)]
            public sealed class ZLoggerMessageAttribute : Attribute
            {
                public ZLoggerMessageAttribute() { }
                public ZLoggerMessageAttribute(LogLevel level, string message) { }
                public ZLoggerMessageAttribute(int eventId, LogLevel level, string message) { }
                public int EventId { get; set; }
                public string? EventName { get; set; }
                public LogLevel Level { get; set; }
                public string Message { get; set; } = "";
                public bool SkipEnabledCheck { get; set; }
            }
        }
        """;
}
