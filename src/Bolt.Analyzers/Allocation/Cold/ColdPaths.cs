using System.Collections.Immutable;
using Bolt.Analyzers.Allocation.Detection;
using Bolt.Analyzers.Allocation.Scope;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Cold;

/// <summary>Tells code that runs rarely from code that counts: what only leads to a throw, what handles one, and what runs once.</summary>
internal static class ColdPaths
{
    /// <summary>Whether an operation lies in cold code of the member around it, by the given options.</summary>
    public static bool Contain(IOperation operation, ISymbol owner, AllocationContext context, AllocationOptions options)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case ILocalFunctionOperation:
                    return false;
                case IThrowOperation or ICatchClauseOperation when !options.ReportsColdPaths:
                case IInvocationOperation invocation when !options.ReportsColdPaths && context.TraitsOf(invocation.TargetMethod).DoesNotReturn:
                    return true;
                case IBlockOperation block when !options.ReportsColdPaths && IsIn(child, block.Operations, context):
                case ISwitchCaseOperation section when !options.ReportsColdPaths && IsIn(child, section.Body, context):
                    return true;
                case ICoalesceAssignmentOperation assignment when !options.ReportsLazyInit && child == assignment.Value && IsLazyInitialization(assignment):
                    return true;
                case IAnonymousFunctionOperation:
                    return false;
            }
        }

        return !options.ReportsStaticInit && IsStaticInitialization(owner);
    }

    /// <summary>The statements of a list, from the first to behind the last, from which no way leads but to a throw; empty if there are none.</summary>
    public static (int Start, int End) Of(ImmutableArray<IOperation> statements, AllocationContext context)
    {
        for (var last = statements.Length - 1; last >= 0; last--)
        {
            if (!OnlyThrows(statements[last], context))
                continue;

            var first = last;
            while (first > 0 && !CanLeave(statements[first - 1], statements[first - 1]))
                first--;

            return (first, last + 1);
        }

        return (0, 0);
    }

    /// <summary>Whether a member runs once, before its type is used.</summary>
    public static bool IsStaticInitialization(ISymbol owner) => owner is
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor }
        or IFieldSymbol { IsStatic: true }
        or IPropertySymbol { IsStatic: true }
        or IEventSymbol { IsStatic: true };

    /// <summary>Whether <c>??=</c> fills a field, which happens once for each object.</summary>
    public static bool IsLazyInitialization(ICoalesceAssignmentOperation operation) => operation.Target is IFieldReferenceOperation;

    /// <summary>Whether <c>field ?? (field = value)</c> is <c>??=</c> in long hand.</summary>
    public static bool IsLazyInitialization(ICoalesceOperation operation) =>
        operation.Value is IFieldReferenceOperation read
        && WithoutConversions(operation.WhenNull) is ISimpleAssignmentOperation { Target: IFieldReferenceOperation written }
        && SymbolEqualityComparer.Default.Equals(read.Field, written.Field);

    private static bool IsIn(IOperation child, ImmutableArray<IOperation> statements, AllocationContext context)
    {
        var (start, end) = Of(statements, context);
        for (var index = start; index < end; index++)
        {
            if (statements[index] == child)
                return true;
        }

        return false;
    }

    /// <summary>Whether a statement ends in a throw, whichever way it takes.</summary>
    private static bool OnlyThrows(IOperation? statement, AllocationContext context)
    {
        switch (statement)
        {
            case IThrowOperation:
                return true;
            case IExpressionStatementOperation expression:
                return OnlyThrows(WithoutConversions(expression.Operation), context);
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }:
                return OnlyThrows(WithoutConversions(value), context);
            case IInvocationOperation invocation:
                return context.TraitsOf(invocation.TargetMethod).DoesNotReturn;
            case IBlockOperation block:
                return OnlyThrows(block.Operations, context);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return OnlyThrows(conditional.WhenTrue, context) && OnlyThrows(otherwise, context);
            case ISwitchOperation @switch:
                return OnlyThrows(@switch, context);
            case ILabeledOperation labeled:
                return OnlyThrows(labeled.Operation, context);
            case ILockOperation @lock:
                return OnlyThrows(@lock.Body, context);
            case IUsingOperation @using:
                return OnlyThrows(@using.Body, context);
            case ITryOperation @try:
                return OnlyThrows(@try, context);
            default:
                return false;
        }
    }

    private static bool OnlyThrows(ImmutableArray<IOperation> statements, AllocationContext context)
    {
        var (start, end) = Of(statements, context);
        for (var index = 0; index < start; index++)
        {
            if (statements[index] is not ILocalFunctionOperation)
                return false;
        }

        return end > 0;
    }

    private static bool OnlyThrows(ISwitchOperation @switch, AllocationContext context)
    {
        var hasDefault = false;
        foreach (var section in @switch.Cases)
        {
            if (!OnlyThrows(section.Body, context))
                return false;

            foreach (var clause in section.Clauses)
                hasDefault |= clause.CaseKind == CaseKind.Default;
        }

        return hasDefault;
    }

    private static bool OnlyThrows(ITryOperation @try, AllocationContext context)
    {
        if (!OnlyThrows(@try.Body, context))
            return false;

        foreach (var handler in @try.Catches)
        {
            if (!OnlyThrows(handler.Handler, context))
                return false;
        }

        return true;
    }

    /// <summary>Whether a jump leads out of a statement: a return, or a branch to somewhere else.</summary>
    private static bool CanLeave(IOperation operation, IOperation statement)
    {
        switch (operation)
        {
            case IReturnOperation or ILabeledOperation:
                return true;
            case IBranchOperation branch:
                return branch.BranchKind == BranchKind.GoTo
                    || branch.GetCorrespondingOperation() is not { } target
                    || !statement.Syntax.Span.Contains(target.Syntax.Span);
            case IAnonymousFunctionOperation or ILocalFunctionOperation:
                return false;
        }

        foreach (var child in operation.ChildOperations)
        {
            if (CanLeave(child, statement))
                return true;
        }

        return false;
    }

    private static IOperation WithoutConversions(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;

        return operation;
    }
}
