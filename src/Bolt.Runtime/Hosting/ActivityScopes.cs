using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bolt.Runtime;

/// <summary>The scopes that Microsoft.Extensions.Logging makes of the current activity.</summary>
internal static class ActivityScopes
{
    /// <summary>Those that the options ask for.</summary>
    /// <remarks>The type that makes them is internal there; it is handed to every provider that supports external scopes.</remarks>
    internal static IExternalScopeProvider For(LoggerFactoryOptions options)
    {
        if (options.ActivityTrackingOptions == ActivityTrackingOptions.None)
            return new LoggerExternalScopeProvider();

        var receiver = new Receiver();
        using (new LoggerFactory([receiver], new NoFilters(), Options.Create(options)))
            return receiver.Scopes ?? new LoggerExternalScopeProvider();
    }

    private sealed class Receiver : ILoggerProvider, ISupportExternalScope
    {
        internal IExternalScopeProvider? Scopes { get; private set; }

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => Scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public void Dispose()
        {
        }
    }

    private sealed class NoFilters : IOptionsMonitor<LoggerFilterOptions>
    {
        public LoggerFilterOptions CurrentValue { get; } = new();

        public LoggerFilterOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<LoggerFilterOptions, string?> listener) => null;
    }
}
