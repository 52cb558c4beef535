using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Allocation.Scope;

/// <summary>Whether a rule is on in a file, for what depends on another rule or costs something only where it is on.</summary>
internal static class RuleSeverity
{
    /// <summary>Whether the rule speaks in <paramref name="tree"/>; <paramref name="isEnabledByDefault"/> where nothing is configured.</summary>
    public static bool IsOn(string id, bool isEnabledByDefault, Compilation compilation, SyntaxTree tree, CancellationToken cancellationToken) =>
        Configured(id, compilation, tree, cancellationToken) is { } severity && severity != ReportDiagnostic.Default ? severity != ReportDiagnostic.Suppress : isEnabledByDefault;

    /// <summary>As for an id, also asking what is configured for all analyzers, or for all rules of the category.</summary>
    public static bool IsOn(DiagnosticDescriptor rule, AnalyzerOptions options, Compilation compilation, SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Configured(rule.Id, compilation, tree, cancellationToken) is { } severity && severity != ReportDiagnostic.Default)
            return severity != ReportDiagnostic.Suppress;

        // These turn nothing on that is off by default.
        var configured = options.AnalyzerConfigOptionsProvider.GetOptions(tree);
        return rule.IsEnabledByDefault
            && !((configured.TryGetValue("dotnet_analyzer_diagnostic.category-" + rule.Category + ".severity", out var bulk) || configured.TryGetValue("dotnet_analyzer_diagnostic.severity", out bulk))
                && string.Equals(bulk, "none", StringComparison.OrdinalIgnoreCase));
    }

    private static ReportDiagnostic? Configured(string id, Compilation compilation, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var provider = compilation.Options.SyntaxTreeOptionsProvider;
        if (provider is not null && provider.TryGetDiagnosticValue(tree, id, cancellationToken, out var inTree))
            return inTree;
        if (compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out var specific))
            return specific;
        if (provider is not null && provider.TryGetGlobalDiagnosticValue(id, cancellationToken, out var global))
            return global;

        return null;
    }
}
