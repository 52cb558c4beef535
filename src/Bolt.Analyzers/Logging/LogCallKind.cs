namespace Bolt.Analyzers.Logging;

/// <summary>By which library's member a call logs.</summary>
public enum LogCallKind
{
    /// <summary>A method with [LogEvent].</summary>
    LogEvent,

    /// <summary>A method with [LoggerMessage].</summary>
    LoggerMessage,

    /// <summary>A method with [ZLoggerMessage].</summary>
    ZLoggerMessage,

    /// <summary><c>ILogger.Log&lt;TState&gt;</c> itself.</summary>
    Logger,

    /// <summary>An extension method of Microsoft.Extensions.Logging: <c>LogInformation</c> and its like.</summary>
    LoggerExtensions,

    /// <summary>An extension method of ZLogger: <c>ZLogInformation($"…")</c> and its like.</summary>
    ZLogger,

    /// <summary>A method of Serilog's <c>ILogger</c> or <c>Log</c>.</summary>
    Serilog,
}
