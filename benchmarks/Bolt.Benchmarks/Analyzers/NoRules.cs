using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Benchmarks.Analyzers;

/// <summary>An analyzer that looks at nothing: what is left is what the compiler does for any analyzer of operations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NoRules : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new("NONE", "None", "None", "None", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(static _ => { });
    }
}
