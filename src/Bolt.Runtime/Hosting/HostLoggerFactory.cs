using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bolt.Runtime;

/// <summary>
/// A host's factory: its loggers are Bolt's, which also feed the host's other providers. Filters, scopes and activity tracking are those
/// of Microsoft.Extensions.Logging, and change while the loggers live.
/// </summary>
internal sealed class HostLoggerFactory : ILoggerFactory, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly BoltLoggerProvider? _bolt;
    private readonly IOptionsMonitor<LoggerFilterOptions> _filters;
    private readonly IOptions<LoggerFactoryOptions> _options;
    private readonly HostScopes _scopes;
    private LoggerFactory? _others;
    private IDisposable? _filterChanges;
    private bool _disposed;

    /// <summary>Made by the host's container, which also disposes the providers.</summary>
    public HostLoggerFactory(IEnumerable<ILoggerProvider> providers, IOptionsMonitor<LoggerFilterOptions> filters, IOptions<LoggerFactoryOptions> options)
    {
        _filters = filters;
        _options = options;
        _scopes = new HostScopes(ActivityScopes.For(options.Value), options.Value.ActivityTrackingOptions);
        var others = new List<ILoggerProvider>();
        foreach (ILoggerProvider provider in providers)
        {
            if (provider is BoltLoggerProvider bolt)
                _bolt = bolt;
            else
                others.Add(provider);
        }

        if (_bolt is not null)
            _scopes.UseFor(_bolt.Factory.Pipeline);

        if (others.Count > 0 || _bolt is null)
            _others = new LoggerFactory(others, filters, options, _scopes);

        Follow();
    }

    /// <exception cref="ObjectDisposedException">The factory is disposed.</exception>
    public ILogger CreateLogger(string categoryName)
    {
        ArgumentNullException.ThrowIfNull(categoryName);
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _bolt is not null ? _bolt.CreateLogger(categoryName) : _others!.CreateLogger(categoryName);
    }

    /// <exception cref="ObjectDisposedException">The factory is disposed.</exception>
    public void AddProvider(ILoggerProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _others ??= new LoggerFactory([], _filters, _options, _scopes);
            _others.AddProvider(provider);
            Follow();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
                return;

            _disposed = true;
        }

        _filterChanges?.Dispose();

        // First what Bolt still has to deliver; a provider that is disposed after it may still log to it, to no effect.
        _bolt?.Dispose();
        _others?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_bolt is not null && !_disposed)
            await _bolt.DisposeAsync().ConfigureAwait(false);

        Dispose();
    }

    /// <summary>Sets the levels, and again whenever the filters change; after the other providers, whose levels count too.</summary>
    private void Follow()
    {
        if (_bolt is null)
            return;

        _filterChanges?.Dispose();
        _filterChanges = _filters.OnChange(filters => _bolt.SetRules(filters, _others));
        _bolt.SetRules(_filters.CurrentValue, _others);
    }
}
