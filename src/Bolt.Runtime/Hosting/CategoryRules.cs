using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// What the filters of Microsoft.Extensions.Logging say of Bolt: rules for Bolt come before rules for every provider, then the longest
/// category prefix wins, then the rule added last.
/// </summary>
internal static class CategoryRules
{
    private const string Alias = "Bolt";

    private static readonly string? s_typeName = typeof(BoltLoggerProvider).FullName;

    /// <summary>The level and the filter of a category.</summary>
    /// <param name="options">The rules.</param>
    /// <param name="environment">The level that the environment gives, or null: it is the least of all categories, and that of those without a rule of their own.</param>
    /// <param name="category">The category.</param>
    /// <exception cref="InvalidOperationException">A rule has more than one wildcard.</exception>
    internal static (LogLevel Level, Func<LogLevel, bool>? Filter) For(LoggerFilterOptions options, LogLevel? environment, string category)
    {
        LoggerFilterRule? best = null;
        foreach (LoggerFilterRule rule in options.Rules)
        {
            if (Applies(rule, category) && (best is null || !IsMoreSpecific(best, rule)))
                best = rule;
        }

        if (environment is { } level && best?.CategoryName is null)
            return (level, null);

        Func<LogLevel, bool>? filter = best?.Filter is { } ask ? asked => ask(best.ProviderName is null ? s_typeName : best.ProviderName, category, asked) : null;
        return (best is null ? options.MinLevel : best.LogLevel ?? LogLevel.Trace, filter);
    }

    private static bool Applies(LoggerFilterRule rule, string category)
    {
        if (rule.ProviderName is not null && rule.ProviderName != Alias && rule.ProviderName != s_typeName)
            return false;

        if (rule.CategoryName is not { } pattern)
            return true;

        int wildcard = pattern.IndexOf('*', StringComparison.Ordinal);
        if (wildcard != pattern.LastIndexOf('*'))
            throw new InvalidOperationException($"The logging filter for '{pattern}' has more than one wildcard: only one '*' is allowed.");

        return wildcard < 0
            ? category.StartsWith(pattern, StringComparison.OrdinalIgnoreCase)
            : category.AsSpan().StartsWith(pattern.AsSpan(0, wildcard), StringComparison.OrdinalIgnoreCase)
                && category.AsSpan().EndsWith(pattern.AsSpan(wildcard + 1), StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsMoreSpecific(LoggerFilterRule rule, LoggerFilterRule other) => (rule.ProviderName is null) == (other.ProviderName is null)
        ? (rule.CategoryName?.Length ?? -1) > (other.CategoryName?.Length ?? -1)
        : rule.ProviderName is not null;
}
