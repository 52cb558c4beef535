using System.Collections.Immutable;
using Bolt.Analyzers.Allocation.Cold;
using Bolt.Analyzers.Allocation.Scope;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <summary>
/// Walks the operations of one member, once, and tells a sink what in its hot code allocates and what it calls. Each family of rules
/// is a file of this class.
/// </summary>
/// <remarks>Not for use by several threads; create one per member.</remarks>
internal sealed partial class AllocationWalker(
    AllocationContext context,
    ISymbol owner,
    AllocationOptions options,
    IAllocationSink sink,
    CancellationToken cancellationToken) : OperationWalker
{
    /// <summary>How often the code that is being walked runs.</summary>
    private Temperature _temperature;

    /// <summary>Where the cold code around the walked operation starts in its file.</summary>
    private int _coldStart;

    /// <summary>The method, local function or lambda whose code is being walked.</summary>
    private ISymbol _function = null!;

    /// <summary>The syntax of <see cref="_function"/>, once the walk is inside one of the member's own functions.</summary>
    private SyntaxNode? _functionSyntax;

    private bool _saidIterator;

    /// <summary>Walks a whole block of the member, or only an operation somewhere in it.</summary>
    public void Walk(IOperation operation)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _function = owner;
        _functionSyntax = null;
        _saidIterator = false;
        _temperature = ColdPaths.Contain(operation, owner, context, options)
            ? ColdPaths.IsStaticInitialization(owner) ? Temperature.Once : Temperature.Failing
            : Temperature.Hot;
        _coldStart = _temperature == Temperature.Hot ? 0 : operation.Syntax.SpanStart;

        if (operation is IBlockOperation { Parent: null or IMethodBodyBaseOperation } or IMethodBodyBaseOperation)
            VisitOwnCode(operation);
        Visit(operation);
    }

    public override void Visit(IOperation? operation)
    {
        // A constant is written into the code, whatever it is made of.
        if (operation is null or { ConstantValue.HasValue: true } or INameOfOperation or IAttributeOperation)
            return;

        base.Visit(operation);
    }

    public override void VisitBlock(IBlockOperation operation) => VisitStatements(operation.Operations, operation);

    public override void VisitSwitchCase(ISwitchCaseOperation operation)
    {
        foreach (var clause in operation.Clauses)
            Visit(clause);

        VisitStatements(operation.Body, operation);
    }

    public override void VisitThrow(IThrowOperation operation) => VisitCold(operation.Exception, Temperature.Failing, operation.Syntax.SpanStart);

    public override void VisitCatchClause(ICatchClauseOperation operation)
    {
        VisitCold(operation.Filter, Temperature.Failing, operation.Syntax.SpanStart);
        VisitCold(operation.Handler, Temperature.Failing, operation.Syntax.SpanStart);
    }

    public override void VisitConditional(IConditionalOperation operation)
    {
        if (operation.Condition.ConstantValue is { HasValue: true, Value: bool taken })
        {
            Visit(taken ? operation.WhenTrue : operation.WhenFalse);
            return;
        }

        DefaultVisit(operation);
    }

    public override void VisitCoalesceAssignment(ICoalesceAssignmentOperation operation)
    {
        Visit(operation.Target);
        if (ColdPaths.IsLazyInitialization(operation))
            VisitCold(operation.Value, Temperature.Once, operation.Value.Syntax.SpanStart);
        else
            Visit(operation.Value);
    }

    public override void VisitCoalesce(ICoalesceOperation operation)
    {
        Visit(operation.Value);
        if (ColdPaths.IsLazyInitialization(operation))
            VisitCold(operation.WhenNull, Temperature.Once, operation.WhenNull.Syntax.SpanStart);
        else
            Visit(operation.WhenNull);
    }

    public override void VisitAnonymousFunction(IAnonymousFunctionOperation operation) =>
        VisitFunction(operation.Symbol, operation.Body, operation.Syntax, _temperature == Temperature.Failing ? Temperature.Failing : Temperature.Hot);

    public override void VisitLocalFunction(ILocalFunctionOperation operation)
    {
        CheckLocalFunction(operation);

        // A local function runs when it is called, wherever it is declared.
        VisitFunction(operation.Symbol, operation.Body, operation.Syntax, Temperature.Hot);
        if (operation.IgnoredBody is not null)
            VisitFunction(operation.Symbol, operation.IgnoredBody, operation.Syntax, Temperature.Hot);
    }

    private static string Name(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static bool Is(ISymbol? symbol, ISymbol? wellKnown) =>
        wellKnown is not null && symbol is not null && SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, wellKnown);

    /// <summary>The operand of conversions that the compiler put in.</summary>
    private static IOperation WithoutImplicitConversions(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
            operation = conversion.Operand;

        return operation;
    }

    private void VisitFunction(IMethodSymbol function, IBlockOperation? body, SyntaxNode syntax, Temperature temperature)
    {
        if (body is null || Contracts.Declared(function) == Contract.Allowed)
            return;

        var before = (_temperature, _coldStart, _function, _functionSyntax, _saidIterator);
        (_temperature, _function, _functionSyntax, _saidIterator) = (temperature, function, syntax, temperature == Temperature.Failing);
        if (temperature == Temperature.Hot)
            VisitOwnCode(body);
        Visit(body);
        (_temperature, _coldStart, _function, _functionSyntax, _saidIterator) = before;
    }

    private void VisitStatements(ImmutableArray<IOperation> statements, IOperation list)
    {
        var (start, end) = options.ReportsColdPaths ? (0, 0) : ColdPaths.Of(statements, context);
        for (var index = 0; index < statements.Length; index++)
        {
            if (index < start || index >= end)
            {
                Visit(statements[index]);
                continue;
            }

            // What a function captures of its parameters is as cold as the whole of its body.
            var isWholeBody = start == 0 && list is IBlockOperation { Parent: null or IMethodBodyBaseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation };
            VisitCold(statements[index], Temperature.Failing, isWholeBody ? _functionSyntax?.SpanStart ?? 0 : statements[start].Syntax.SpanStart);
        }
    }

    private void VisitCold(IOperation? operation, Temperature temperature, int start)
    {
        if (operation is null)
            return;

        var counts = temperature == Temperature.Once ? options.ReportsLazyInit : options.ReportsColdPaths;
        if (counts || _temperature == Temperature.Failing)
        {
            Visit(operation);
            return;
        }

        var before = (_temperature, _coldStart);
        _coldStart = _temperature == Temperature.Hot ? start : Math.Min(start, _coldStart);
        _temperature = temperature;
        Visit(operation);
        (_temperature, _coldStart) = before;
    }

    private void Report(DiagnosticDescriptor rule, SyntaxNode place, params object[] arguments)
    {
        if (_temperature == Temperature.Hot)
            sink.Add(new Allocation(rule, place, arguments));
    }

    private void Report(DiagnosticDescriptor rule, SyntaxNode place, ImmutableDictionary<string, string?> properties, params object[] arguments)
    {
        if (_temperature == Temperature.Hot)
            sink.Add(new Allocation(rule, place, arguments) { Properties = properties });
    }

    private void Call(IMethodSymbol? target, SyntaxNode place, ITypeSymbol? receiver = null, bool isVirtual = false)
    {
        if (target is not null && _temperature == Temperature.Hot)
            sink.Add(new MemberCall(target, place, isVirtual && !IsExact(receiver), receiver));
    }

    private static bool IsExact(ITypeSymbol? receiver) => receiver is { IsSealed: true, TypeKind: not TypeKind.Delegate } or { IsValueType: true, TypeKind: not TypeKind.TypeParameter };
}
