using Bolt.Analyzers.Allocation.Calls;
using Bolt.Analyzers.Allocation.Detection;
using Bolt.Analyzers.Allocation.Scope;
using Bolt.Analyzers.Gate;
using Bolt.Gate.Baseline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation;

/// <summary>The analysis of one compilation: what of it is in scope is walked, and its contracts are checked.</summary>
internal sealed class AllocationAnalysis
{
    private readonly AllocationContext _context;
    private readonly OptionsByTree _options;
    private readonly LogArguments _logArguments;
    private readonly CallGraph _graph;
    private readonly CallCheck _calls;
    private readonly AllocationBaseline _baseline;
    private readonly bool _hasContracts;

    private AllocationAnalysis(Compilation compilation, AnalyzerOptions options, OptionsByTree byTree, LogArguments logArguments, bool hasContracts)
    {
        _context = new AllocationContext(compilation);
        _options = byTree;
        _logArguments = logArguments;
        _graph = new CallGraph(_context, _options);
        _calls = new CallCheck(_context, _graph);
        _baseline = MemberBaseline.Read(options, CancellationToken.None);
        _hasContracts = hasContracts;
    }

    /// <summary>Registers what a compilation needs: next to nothing where it can have no code in scope.</summary>
    public static void Register(CompilationStartAnalysisContext start)
    {
        var (compilation, options) = (start.Compilation, start.Options);
        start.RegisterSyntaxTreeAction(new UnknownOptions(compilation, options.AnalyzerConfigOptionsProvider).Report);

        var hasContracts = !compilation.GetTypesByMetadataName(WellKnownNames.ZeroAllocAttribute).IsEmpty
            || !compilation.GetTypesByMetadataName(WellKnownNames.AllowAllocationAttribute).IsEmpty;
        var byTree = new OptionsByTree(options.AnalyzerConfigOptionsProvider);
        var logArguments = new LogArguments(compilation);
        if (!hasContracts && !HasScopeWithoutContracts(compilation, byTree, logArguments))
            return;

        var analysis = new AllocationAnalysis(compilation, options, byTree, logArguments, hasContracts);
        start.RegisterOperationBlockAction(analysis.AnalyzeBlock);
        if (hasContracts)
        {
            start.RegisterSymbolAction(analysis.CheckContract, SymbolKind.Method, SymbolKind.Property, SymbolKind.Event, SymbolKind.NamedType);
            start.RegisterSyntaxTreeAction(analysis.CheckAssemblyContract);
        }
    }

    private static bool HasScopeWithoutContracts(Compilation compilation, OptionsByTree byTree, LogArguments logArguments)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var options = byTree.Of(tree);
            if (options.Scope == AllocationScope.All || (options.Scope == AllocationScope.Hot && (logArguments.AreThere || !options.HotMembers.IsEmpty)))
                return true;
        }

        return false;
    }

    private void CheckContract(SymbolAnalysisContext symbol) =>
        new ContractCheck(_context, _graph, symbol.ReportDiagnostic, symbol.CancellationToken).Check(symbol.Symbol);

    private void CheckAssemblyContract(SyntaxTreeAnalysisContext tree)
    {
        void ReportInTree(Diagnostic diagnostic)
        {
            if (diagnostic.Location.SourceTree == tree.Tree)
                tree.ReportDiagnostic(diagnostic);
        }

        new ContractCheck(_context, _graph, ReportInTree, tree.CancellationToken).CheckAttributes(_context.Compilation.Assembly);
    }

    private void AnalyzeBlock(OperationBlockAnalysisContext block)
    {
        var tree = block.OperationBlocks[0].Syntax.SyntaxTree;
        var options = _options.Of(tree);
        var owner = block.OwningSymbol;
        var contract = owner is IMethodSymbol ? _context.Contracts.Of(owner) : _context.Contracts.OfInitializer(owner);
        var isInScope = contract == Contract.ZeroAlloc
            || (contract == Contract.None && (options.Scope == AllocationScope.All || (options.Scope == AllocationScope.Hot && HotMembers.Contain(owner, options))));
        var seeksLogCalls = contract == Contract.None && options.Scope == AllocationScope.Hot && _logArguments.AreThere;
        if ((!isInScope && !seeksLogCalls && !_hasContracts) || _context.IsGenerated(tree, block.CancellationToken))
            return;

        var reporter = new Reporter(this, options, block);
        foreach (var operation in block.OperationBlocks)
        {
            if (operation.Kind == OperationKind.Attribute)
                continue;

            if (isInScope)
                Walk(operation, owner, options, reporter, block.CancellationToken);
            else
                WalkParts(operation, owner, options, seeksLogCalls, reporter, block.CancellationToken);
        }

        reporter.Report();
    }

    private void Walk(IOperation operation, ISymbol owner, AllocationOptions options, Reporter reporter, CancellationToken cancellationToken)
    {
        reporter.Root = operation;
        new AllocationWalker(_context, owner, options, reporter, cancellationToken).Walk(operation);
    }

    /// <summary>Walks what in a member out of scope is in scope: functions with a contract of their own, and arguments of log calls.</summary>
    /// <remarks>Goes by syntax, which is there already; operations are only made of what looks right.</remarks>
    private void WalkParts(
        IOperation operation,
        ISymbol owner,
        AllocationOptions options,
        bool seeksLogCalls,
        Reporter reporter,
        CancellationToken cancellationToken)
    {
        if (operation.SemanticModel is not { } model)
            return;

        SyntaxNode? walked = null;
        foreach (var node in operation.Syntax.DescendantNodesAndSelf())
        {
            if (walked is not null && walked.Span.Contains(node.Span))
                continue;

            switch (node)
            {
                case LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } when _hasContracts:
                case LambdaExpressionSyntax { AttributeLists.Count: > 0 } when _hasContracts:
                    var function = (node is LambdaExpressionSyntax ? model.GetSymbolInfo(node, cancellationToken).Symbol : model.GetDeclaredSymbol(node, cancellationToken)) as IMethodSymbol;
                    if (function is not null && Contracts.Declared(function) == Contract.ZeroAlloc && model.GetOperation(node, cancellationToken) is { } code)
                    {
                        walked = node;
                        Walk(code, owner, options, reporter, cancellationToken);
                    }

                    break;
                case InvocationExpressionSyntax invocation when seeksLogCalls:
                    if (_logArguments.LogCallAt(invocation, model, cancellationToken) is { } call)
                    {
                        walked = node;
                        Walk(call, owner, options, reporter, cancellationToken);
                    }

                    break;
            }
        }
    }

    private sealed class Reporter(AllocationAnalysis analysis, AllocationOptions options, OperationBlockAnalysisContext block) : IAllocationSink
    {
        private readonly MemberBaseline _diagnostics = new(analysis._baseline, block.OwningSymbol);

        /// <summary>The code in scope that is being walked.</summary>
        public IOperation Root { get; set; } = null!;

        public void Add(in Detection.Allocation allocation)
        {
            if (options.Scope != AllocationScope.All && analysis._logArguments.FoldsIntoConversion(allocation, Root.SemanticModel, block.Options, block.CancellationToken))
                return;

            _diagnostics.Add(allocation.ToDiagnostic());
        }

        public void Add(in MemberCall call)
        {
            // The log call itself is not asked about where only its arguments are in scope.
            if (Root is IInvocationOperation && call.Place == Root.Syntax)
                return;

            if (analysis._calls.Check(call, Root.Syntax, block.CancellationToken) is { } diagnostic)
                _diagnostics.Add(diagnostic);
        }

        /// <summary>Reports what the baseline does not excuse.</summary>
        public void Report() => _diagnostics.Report(block.ReportDiagnostic);
    }
}
