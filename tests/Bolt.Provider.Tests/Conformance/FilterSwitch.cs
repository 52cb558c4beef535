using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Bolt.Provider.Tests.Conformance;

/// <summary>A minimum level for one provider that changes while the program runs, by way of the options' monitor, as a reloaded configuration does.</summary>
internal sealed class FilterSwitch(string provider) : IOptionsChangeTokenSource<LoggerFilterOptions>, IConfigureOptions<LoggerFilterOptions>
{
    private CancellationTokenSource _changed = new();
    private LogLevel _level = LogLevel.Warning;

    public string Name => Options.DefaultName;

    internal void AddTo(ILoggingBuilder builder) => builder.Services
        .AddSingleton<IOptionsChangeTokenSource<LoggerFilterOptions>>(this)
        .AddSingleton<IConfigureOptions<LoggerFilterOptions>>(this);

    internal void ChangeTo(LogLevel level)
    {
        _level = level;
        Interlocked.Exchange(ref _changed, new CancellationTokenSource()).Cancel();
    }

    public IChangeToken GetChangeToken() => new CancellationChangeToken(_changed.Token);

    public void Configure(LoggerFilterOptions options) => options.Rules.Add(new LoggerFilterRule(provider, null, _level, null));
}
