using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <content>Iterators and async methods: BOLT1601, BOLT1602.</content>
internal sealed partial class AllocationWalker
{
    public override void VisitReturn(IReturnOperation operation)
    {
        if (operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak && !_saidIterator)
        {
            // The call allocates before any of the body runs, cold or not.
            _saidIterator = true;
            sink.Add(new Allocation(AllocationRules.Iterator, FunctionSyntax(operation), FunctionName(), "fill a buffer of the caller's, or return a struct enumerator")
            {
                Location = FunctionLocation(operation),
            });
        }

        DefaultVisit(operation);
    }

    public override void VisitAwait(IAwaitOperation operation)
    {
        if (operation.Syntax is AwaitExpressionSyntax syntax && operation.SemanticModel is { } model)
        {
            var info = model.GetAwaitExpressionInfo(syntax);
            var awaiter = info.GetAwaiterMethod?.ReturnType;
            CallVirtual(info.GetAwaiterMethod, operation.Syntax, operation.Operation.Type);
            CallVirtual(info.IsCompletedProperty?.GetMethod, operation.Syntax, awaiter);
            CallVirtual(info.GetResultMethod, operation.Syntax, awaiter);
        }

        DefaultVisit(operation);
    }

    /// <summary>What a function allocates by being called at all.</summary>
    private void VisitOwnCode(IOperation body)
    {
        if (_function is not IMethodSymbol { IsAsync: true } function || IsAsyncIterator(function) || BuilderIsPooled(function))
            return;

        var (what, cure) = function.ReturnsVoid || Is(function.ReturnType, context.Task) || Is(function.ReturnType, context.ValueTask)
            ? ("its state when it is suspended", "return ValueTask with [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]")
            : Is(function.ReturnType, context.TaskOfResult)
                ? ("a task for its result, and its state when it is suspended", "return ValueTask<T> with [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]")
                : Is(function.ReturnType, context.ValueTaskOfResult)
                    ? ("its state when it is suspended", "add [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]")
                    : (null, null);
        if (what is null || cure is null)
            return;

        sink.Add(new Allocation(AllocationRules.AsyncMethod, FunctionSyntax(body), FunctionName(), what, cure) { Location = FunctionLocation(body) });
    }

    private static bool IsAsyncIterator(IMethodSymbol function) => function.ReturnType.Name is "IAsyncEnumerable" or "IAsyncEnumerator";

    /// <summary>Whether an attribute puts another builder in place of the one that allocates.</summary>
    private static bool BuilderIsPooled(IMethodSymbol function)
    {
        foreach (var attribute in function.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "AsyncMethodBuilderAttribute"
                && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol builder }]
                && builder.Name is not ("AsyncTaskMethodBuilder" or "AsyncValueTaskMethodBuilder" or "AsyncVoidMethodBuilder"))
            {
                return true;
            }
        }

        return false;
    }

    private SyntaxNode FunctionSyntax(IOperation inside)
    {
        if (_functionSyntax is not null)
            return _functionSyntax;

        var node = inside.Syntax;
        while (node is not (MemberDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax) && node.Parent is { } parent)
            node = parent;

        return node;
    }

    private string FunctionName() => _function switch
    {
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "lambda",
        IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
        _ => _function.Name,
    };

    private Location FunctionLocation(IOperation inside)
    {
        var syntax = FunctionSyntax(inside);
        return syntax switch
        {
            LocalFunctionStatementSyntax function => function.Identifier.GetLocation(),
            MethodDeclarationSyntax method => method.Identifier.GetLocation(),
            AccessorDeclarationSyntax accessor => accessor.Keyword.GetLocation(),
            OperatorDeclarationSyntax @operator => @operator.OperatorToken.GetLocation(),
            PropertyDeclarationSyntax property => property.Identifier.GetLocation(),
            IndexerDeclarationSyntax indexer => indexer.ThisKeyword.GetLocation(),
            CompilationUnitSyntax => inside.Syntax.GetFirstToken().GetLocation(),
            GlobalStatementSyntax global => global.GetFirstToken().GetLocation(),
            _ => syntax.GetLocation(),
        };
    }
}
