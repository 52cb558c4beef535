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

    public AllocationOptions(AnalyzerConfigOptions options)
    {
        Scope = options.TryGetValue(ScopeKey, out var scope) && Enum.TryParse<AllocationScope>(scope.Trim(), ignoreCase: true, out var parsed)
            ? parsed
            : AllocationScope.Hot;
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

    private static bool Reports(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && string.Equals(value.Trim(), "report", StringComparison.OrdinalIgnoreCase);
}
