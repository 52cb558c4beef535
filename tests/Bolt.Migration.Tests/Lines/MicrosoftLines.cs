using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Bolt.Migration.Tests.Lines;

/// <summary>What the JSON console of Microsoft.Extensions.Logging writes, with scopes.</summary>
internal static class MicrosoftLines
{
    /// <summary>What calls on a logger of the category Shop write, all levels on.</summary>
    public static string[] Of(Action<ILogger> log, Action<ILoggingBuilder>? build = null)
    {
        using var services = new ServiceCollection().AddLogging(static logging => logging.AddJsonConsole(static options => options.IncludeScopes = true)).BuildServiceProvider();
        var formatter = services.GetServices<ConsoleFormatter>().Single(static formatter => formatter.Name == ConsoleFormatterNames.Json);
        using var writer = new StringWriter { NewLine = "\n" };
        using (var factory = LoggerFactory.Create(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new WriterProvider(formatter, writer));
            build?.Invoke(logging);
        }))
        {
            log(factory.CreateLogger("Shop"));
        }

        return writer.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Calls the console's formatter as the console's own logger does, without the console.</summary>
    private sealed class WriterProvider(ConsoleFormatter formatter, StringWriter writer) : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => new WriterLogger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class WriterLogger(WriterProvider provider, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => provider._scopes?.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> format)
            {
                var entry = new LogEntry<TState>(logLevel, category, eventId, state, exception, format);
                provider.Write(in entry);
            }
        }

        private void Write<TState>(in LogEntry<TState> entry) => formatter.Write(in entry, _scopes, writer);
    }
}
