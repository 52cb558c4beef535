using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>Bolt behind Microsoft.Extensions.Logging's factory: a factory of its own whose scopes are that factory's.</summary>
[ProviderAlias("Bolt")]
internal sealed class BoltLoggerProvider : ILoggerProvider, ISupportExternalScope
{
    private readonly BoltLoggerFactory _factory;

    internal BoltLoggerProvider(Action<BoltOptions>? configure)
    {
        var options = new BoltOptions();
        configure?.Invoke(options);
        _factory = BoltLoggerFactory.Create(options, LogLevel.Trace);
    }

    public ILogger CreateLogger(string categoryName) => _factory.CreateLogger(categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider)
    {
        _factory.Pipeline.Scopes = scopeProvider;
        _factory.Pipeline.MayHaveScopes = true;
    }

    public void Dispose() => _factory.Dispose();
}
