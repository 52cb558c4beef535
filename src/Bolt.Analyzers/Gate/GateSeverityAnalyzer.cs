using System.Collections.Immutable;
using Bolt.Analyzers.Allocation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Gate;

/// <summary>
/// With the gate on, reports each allocation rule that something has made weaker than an error: an .editorconfig, a ruleset, NoWarn.
/// BOLT1703 is left out: it is off by default, since it reports what is not known rather than what allocates.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GateSeverityAnalyzer : DiagnosticAnalyzer
{
    private const string GateProperty = "build_property.BoltGate";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => GateRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Check);
    }

    private static void Check(CompilationAnalysisContext context)
    {
        if (!context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(GateProperty, out var gate)
            || !string.Equals(gate, "true", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var rule in AllocationRules.All)
        {
            if (rule.IsEnabledByDefault)
                Check(context, rule.Id);
        }
    }

    private static void Check(CompilationAnalysisContext context, string id)
    {
        var compilation = context.Compilation;
        var options = compilation.Options;

        // Above all else, and for all files.
        if (options.SpecificDiagnosticOptions.TryGetValue(id, out var specific) && specific == ReportDiagnostic.Suppress)
        {
            Report(context, id, specific, "by NoWarn or a ruleset");
            return;
        }

        var provider = options.SyntaxTreeOptionsProvider;
        var hasGlobal = false;
        var global = ReportDiagnostic.Default;
        if (provider is not null)
            hasGlobal = provider.TryGetGlobalDiagnosticValue(id, context.CancellationToken, out global);

        string? firstFile = null;
        var files = 0;
        var weakest = ReportDiagnostic.Error;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var report = ReportDiagnostic.Default;
            var isSet = provider is not null && provider.TryGetDiagnosticValue(tree, id, context.CancellationToken, out report);
            if (!isSet)
                report = hasGlobal ? global : specific;
            if (IsError(report, options.GeneralDiagnosticOption) || GeneratedFile.Is(tree, compilation, context.CancellationToken))
                continue;

            files++;
            if (firstFile is null)
                (firstFile, weakest) = (tree.FilePath, report);
        }

        if (firstFile is null)
            return;

        var others = files > 1 ? " and " + (files - 1) + " more files" : "";
        Report(context, id, weakest, "in '" + Path.GetFileName(firstFile) + "'" + others);
    }

    private static bool IsError(ReportDiagnostic report, ReportDiagnostic general) =>
        report == ReportDiagnostic.Error || (report == ReportDiagnostic.Warn && general == ReportDiagnostic.Error);

    private static void Report(CompilationAnalysisContext context, string id, ReportDiagnostic severity, string where) =>
        context.ReportDiagnostic(Diagnostic.Create(GateRules.RuleBelowError, Location.None, id, Name(severity), where));

    /// <summary>As an .editorconfig writes it.</summary>
    private static string Name(ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Suppress => "none",
        ReportDiagnostic.Hidden => "silent",
        ReportDiagnostic.Info => "suggestion",
        ReportDiagnostic.Warn => "warning",
        _ => "not an error",
    };
}
