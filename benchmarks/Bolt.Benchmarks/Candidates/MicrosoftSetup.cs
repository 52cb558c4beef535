using System.Text;
using System.Text.Encodings.Web;
using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Bolt.Benchmarks.Candidates;

/// <summary>
/// Microsoft.Extensions.Logging with the JSON console. In the background: the console provider with its own bounded queue (10,000 events,
/// blocking), whose writer leads to the output instead of the terminal, buffered. Synchronously: its formatter, called by the caller, into a
/// buffered writer.
/// </summary>
internal sealed class MicrosoftSetup : IDisposable
{
    private readonly EndMark _end = new();
    private readonly MarkedWriter _writer;
    private readonly ILoggerFactory _factory;
    private readonly ServiceProvider? _services;
    private readonly IDisposable? _scope;
    private readonly bool _isSynchronous;

    public MicrosoftSetup(Workload workload, Route route, Stream output)
    {
        _writer = new MarkedWriter(output, _end);
        _isSynchronous = route == Route.SynchronousNull;

        void Json(JsonConsoleFormatterOptions options)
        {
            options.TimestampFormat = "O";
            options.UseUtcTimestamp = true;
            options.IncludeScopes = workload == Workload.BoundContext;
            options.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
        }

        if (_isSynchronous)
        {
            _services = new ServiceCollection().AddLogging(builder => builder.AddJsonConsole(Json)).BuildServiceProvider();
            ConsoleFormatter formatter = _services.GetServices<ConsoleFormatter>().First(static f => f.Name == ConsoleFormatterNames.Json);
            _factory = LoggerFactory.Create(builder => builder
                .SetMinimumLevel(LogLevel.Information)
                .AddProvider(new FormatterProvider(formatter, _writer)));
        }
        else
        {
            // The provider takes the console's writer when it is created.
            TextWriter terminal = Console.Out;
            Console.SetOut(_writer);
            try
            {
                _factory = LoggerFactory.Create(builder =>
                {
                    builder.SetMinimumLevel(LogLevel.Information).AddJsonConsole(Json);
                    builder.Services.Configure<ConsoleLoggerOptions>(static options =>
                    {
                        options.QueueFullMode = ConsoleLoggerQueueFullMode.Wait;
                        options.MaxQueueLength = 10_000;
                    });
                });
                _factory.CreateLogger(LoggedValues.Category);
            }
            finally
            {
                Console.SetOut(terminal);
            }
        }

        Logger = _factory.CreateLogger(LoggedValues.Category);
        if (workload == Workload.BoundContext)
            _scope = Logger.BeginScope(BoundFields.Pairs);
    }

    public ILogger Logger { get; }

    public void Flush()
    {
        if (_isSynchronous)
            _writer.Flush();
        else
            _end.Await(Logger, static logger => logger.LogCritical(EndMark.Text));
    }

    public void Dispose()
    {
        _scope?.Dispose();
        _factory.Dispose();
        _services?.Dispose();
        _writer.Flush();
        _end.Dispose();
    }

    /// <summary>A writer with a buffer of 64 KiB, which is emptied at the end of a burst.</summary>
    private sealed class MarkedWriter(Stream output, EndMark end)
        : StreamWriter(output, new UTF8Encoding(false), 64 * 1024, leaveOpen: true)
    {
        public override void Write(string? value)
        {
            base.Write(value);
            if (end.IsAwaited && value is not null && value.Contains(EndMark.Text, StringComparison.Ordinal))
            {
                Flush();
                end.Seen();
            }
        }
    }

    /// <summary>Calls the formatter as the console's own logger does, but on the caller's thread.</summary>
    private sealed class FormatterProvider(ConsoleFormatter formatter, TextWriter writer) : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider _scopes = NullScopes.Instance;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => new FormatterLogger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class FormatterLogger(FormatterProvider provider, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => provider._scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> format)
            {
                var entry = new LogEntry<TState>(logLevel, category, eventId, state, exception, format);
                lock (provider)
                    provider.Write(entry);
            }
        }

        private void Write<TState>(in LogEntry<TState> entry) => formatter.Write(in entry, _scopes, writer);
    }

    private sealed class NullScopes : IExternalScopeProvider
    {
        internal static readonly NullScopes Instance = new();

        public void ForEachScope<TState>(Action<object?, TState> callback, TState state)
        {
        }

        public IDisposable Push(object? state) => throw new NotSupportedException();
    }
}
