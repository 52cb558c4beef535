using Bolt.Runtime;
using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>
/// Bolt in a host: the factory that its settings describe. Behind <see cref="HostLoggerFactory"/> its loggers are the host's own; behind
/// another factory it is a provider like any other.
/// </summary>
[ProviderAlias("Bolt")]
internal sealed class BoltLoggerProvider : ILoggerProvider, ISupportExternalScope, IAsyncDisposable
{
    private readonly SettingsWatch? _watch;

    /// <summary>Made by the host's container.</summary>
    public BoltLoggerProvider(HostSettings settings)
    {
        Factory = settings.CreateFactory();
        _watch = SettingsWatch.Start(settings, Factory);
    }

    internal BoltLoggerFactory Factory { get; }

    public ILogger CreateLogger(string categoryName) => Factory.CreateLogger(categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider)
    {
        Factory.Pipeline.Scopes = scopeProvider;
        Factory.Pipeline.MayHaveScopes = true;
    }

    /// <summary>Sets the levels of every category, for loggers that exist too.</summary>
    /// <param name="filters">The host's filters.</param>
    /// <param name="others">The other providers, or null.</param>
    internal void SetRules(LoggerFilterOptions filters, ILoggerFactory? others) => Factory.Pipeline.Gates.SetRules(category =>
    {
        (LogLevel level, Func<LogLevel, bool>? filter) = CategoryRules.For(filters, Factory.EnvironmentLevel, category);
        return new CategoryRule(level, filter, others?.CreateLogger(category));
    });

    public void Dispose()
    {
        _watch?.Dispose();
        Factory.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        _watch?.Dispose();
        return Factory.DisposeAsync();
    }
}
