using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bolt.Analyzers.Allocation.Detection;
using Bolt.Analyzers.Allocation.Scope;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Allocation;

/// <summary>Reports heap allocations where none are wanted. Each member is walked once, and only if it is in scope.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AllocationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => AllocationRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var allocations = new AllocationContext(start.Compilation);
            var options = new ConcurrentDictionary<SyntaxTree, AllocationOptions>();
            start.RegisterOperationBlockAction(block => Analyze(block, allocations, options));
        });
    }

    private static void Analyze(
        OperationBlockAnalysisContext block,
        AllocationContext context,
        ConcurrentDictionary<SyntaxTree, AllocationOptions> allOptions)
    {
        var tree = block.OperationBlocks[0].Syntax.SyntaxTree;
        var options = allOptions.GetOrAdd(tree, tree => new AllocationOptions(block.Options.AnalyzerConfigOptionsProvider.GetOptions(tree)));
        var contract = context.Contracts.Of(block.OwningSymbol);
        if (contract == Contract.Allowed || (contract == Contract.None && options.Scope != AllocationScope.All)
            || GeneratedFile.Is(tree, context.Compilation, block.CancellationToken))
        {
            return;
        }

        var walker = new AllocationWalker(context, block.OwningSymbol, options, new Reporter(block), block.CancellationToken);
        foreach (var operation in block.OperationBlocks)
            walker.Walk(operation);
    }

    private sealed class Reporter(OperationBlockAnalysisContext block) : IAllocationSink
    {
        public void Add(in Detection.Allocation allocation) => block.ReportDiagnostic(allocation.ToDiagnostic());

        public void Add(in MemberCall call)
        {
        }
    }
}
