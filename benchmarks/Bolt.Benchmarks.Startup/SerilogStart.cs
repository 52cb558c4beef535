using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Bolt.Benchmarks.Startup;

/// <summary>Serilog with the compact formatter that renders the message, to a sink that writes at once.</summary>
internal static class SerilogStart
{
    public static void Synchronous(Stream output)
    {
        using Logger logger = new LoggerConfiguration().WriteTo.Sink(new WriterSink(output)).CreateLogger();
        Log(logger);
    }

    /// <summary>Through Serilog.Sinks.Async. It flushes by disposal.</summary>
    public static void Background(Stream output)
    {
        using Logger logger = new LoggerConfiguration().WriteTo.Async(inner => inner.Sink(new WriterSink(output)), blockWhenFull: true).CreateLogger();
        Log(logger);
    }

    private static void Log(Logger logger) => logger
        .ForContext(Constants.SourceContextPropertyName, LoggedEvent.Category)
        .Information("User {userId} logged in from {ip}", LoggedEvent.UserId, LoggedEvent.Ip);

    private sealed class WriterSink(Stream output) : ILogEventSink
    {
        private readonly StreamWriter _writer = new(output) { AutoFlush = true };
        private readonly RenderedCompactJsonFormatter _formatter = new();

        public void Emit(LogEvent logEvent) => _formatter.Format(logEvent, _writer);
    }
}
