using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Allocation.Scope;

/// <summary>What an .editorconfig says about the allocation rules in one file.</summary>
internal sealed class AllocationOptions
{
    public const string ScopeKey = "bolt_allocation_scope";
    public const string HotMembersKey = "bolt_hot_members";
    public const string ColdPathsKey = "bolt_cold_paths";
    public const string StaticInitKey = "bolt_static_init";
    public const string LazyInitKey = "bolt_lazy_init";

    private const string Report = "report";

    public AllocationOptions(AnalyzerConfigOptions options)
    {
        Scope = options.TryGetValue(ScopeKey, out var scope) && ParseScope(scope) is { } parsed ? parsed : AllocationScope.Hot;
        HotMembers = options.TryGetValue(HotMembersKey, out var members)
            ? [.. members.Split(',').Select(member => member.Trim()).Where(member => member.Length > 0)]
            : [];
        ReportsColdPaths = Reports(options, ColdPathsKey);
        ReportsStaticInit = Reports(options, StaticInitKey);
        ReportsLazyInit = Reports(options, LazyInitKey);
    }

    public AllocationScope Scope { get; }

    /// <summary>Full names of members, <c>Namespace.Type.Member</c>, or of types, <c>Namespace.Type</c>, separated by commas.</summary>
    public ImmutableHashSet<string> HotMembers { get; }

    /// <summary>Whether code that only leads to a throw, and catch handlers, count: <c>bolt_cold_paths = report</c>.</summary>
    public bool ReportsColdPaths { get; }

    /// <summary>Whether static constructors and initialisers count: <c>bolt_static_init = report</c>.</summary>
    public bool ReportsStaticInit { get; }

    /// <summary>Whether <c>??=</c> into a field counts: <c>bolt_lazy_init = report</c>.</summary>
    public bool ReportsLazyInit { get; }

    /// <summary>What is wrong with an option whose name begins as Bolt's do: what happens instead, and what could be written; null if nothing.</summary>
    public static (string Consequence, string Allowed)? Problem(string key, string value) => key.ToLowerInvariant() switch
    {
        HotMembersKey => null,
        ScopeKey => ParseScope(value) is null ? ("'hot' is assumed", "attributed, hot, all") : null,
        ColdPathsKey or StaticInitKey or LazyInitKey => Is(value, Report) || Is(value, "silent") ? null : ("'silent' is assumed", "report, silent"),
        _ => ("it is ignored", ScopeKey + ", " + HotMembersKey + ", " + ColdPathsKey + ", " + StaticInitKey + ", " + LazyInitKey),
    };

    private static bool Reports(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var value) && Is(value, Report);

    // Not Enum.TryParse, which takes numbers too.
    private static AllocationScope? ParseScope(string value) =>
        Is(value, "attributed") ? AllocationScope.Attributed
        : Is(value, "hot") ? AllocationScope.Hot
        : Is(value, "all") ? AllocationScope.All
        : null;

    private static bool Is(string value, string name) => string.Equals(value.Trim(), name, StringComparison.OrdinalIgnoreCase);
}
