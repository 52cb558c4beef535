using Microsoft.Extensions.DependencyInjection;

namespace Bolt.Hosting.Tests;

/// <summary>Filter rules as configuration makes them: by the provider's alias.</summary>
internal static class Rules
{
    public static ILoggingBuilder AddRule(this ILoggingBuilder builder, string provider, string? category, LogLevel level)
    {
        builder.Services.Configure<LoggerFilterOptions>(options => options.Rules.Add(new LoggerFilterRule(provider, category, level, null)));
        return builder;
    }
}
