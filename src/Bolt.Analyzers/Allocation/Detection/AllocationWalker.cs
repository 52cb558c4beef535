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
    public void Walk(IOperation block)
    {
        _ = (context, owner, options);
        cancellationToken.ThrowIfCancellationRequested();
        Visit(block);
    }

    public override void VisitObjectCreation(IObjectCreationOperation operation)
    {
        if (operation.Type is { IsReferenceType: true } type)
            sink.Add(new Allocation(AllocationRules.ObjectCreation, operation.Syntax, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
        if (operation.Constructor is { } constructor)
            sink.Add(new MemberCall(constructor, operation.Syntax, isVirtual: false));
        base.VisitObjectCreation(operation);
    }

    public override void VisitInvocation(IInvocationOperation operation)
    {
        sink.Add(new MemberCall(operation.TargetMethod, operation.Syntax, operation.IsVirtual, operation.Instance?.Type));
        base.VisitInvocation(operation);
    }
}
