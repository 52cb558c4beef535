using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance;

/// <summary>A filter for one provider by its name, as <c>"Logging": { "Console": { "LogLevel": … } }</c> of a configuration file makes it.</summary>
internal static class AliasFilter
{
    internal static ILoggingBuilder AddAliasFilter(this ILoggingBuilder builder, string alias, string? category, LogLevel level)
    {
        builder.Services.Configure<LoggerFilterOptions>(options => options.Rules.Add(new LoggerFilterRule(alias, category, level, null)));
        return builder;
    }
}
