using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Scope;

/// <summary>Whether a rule is on in a file, for what depends on another rule or costs something only where it is on.</summary>
internal static class RuleSeverity
{
    /// <summary>Whether the rule speaks in <paramref name="tree"/>; <paramref name="isEnabledByDefault"/> where nothing is configured.</summary>
    public static bool IsOn(string id, bool isEnabledByDefault, Compilation compilation, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var provider = compilation.Options.SyntaxTreeOptionsProvider;
        if (provider is not null && provider.TryGetDiagnosticValue(tree, id, cancellationToken, out var inTree))
            return IsOn(inTree, isEnabledByDefault);
        if (compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out var specific))
            return IsOn(specific, isEnabledByDefault);
        if (provider is not null && provider.TryGetGlobalDiagnosticValue(id, cancellationToken, out var global))
            return IsOn(global, isEnabledByDefault);

        return isEnabledByDefault;
    }

    private static bool IsOn(ReportDiagnostic severity, bool isEnabledByDefault) =>
        severity == ReportDiagnostic.Default ? isEnabledByDefault : severity != ReportDiagnostic.Suppress;
}
