using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;

namespace Bolt.Migration.Tests.Lines;

/// <summary>What Serilog's compact formatter writes.</summary>
internal static class SerilogLines
{
    /// <summary>What calls on a logger write that is configured as given, all levels on, its source Shop.</summary>
    public static string[] Of(Action<ILogger> log, Func<LoggerConfiguration, LoggerConfiguration>? configure = null, ITextFormatter? formatter = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var configuration = new LoggerConfiguration().MinimumLevel.Verbose().Enrich.FromLogContext();
        using (var logger = (configure?.Invoke(configuration) ?? configuration).WriteTo.Sink(new WriterSink(writer, formatter ?? new CompactJsonFormatter())).CreateLogger())
            log(logger.ForContext(Constants.SourceContextPropertyName, "Shop"));

        return Changing.Hidden(writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed class WriterSink(StringWriter writer, ITextFormatter formatter) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => formatter.Format(logEvent, writer);
    }
}
