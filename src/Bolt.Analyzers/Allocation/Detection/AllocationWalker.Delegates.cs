using System.Collections.Immutable;
using System.Text;
using Bolt.Analyzers.Allocation.Cold;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <content>Delegates and closures: BOLT1201, BOLT1202, BOLT1203.</content>
internal sealed partial class AllocationWalker
{
    private readonly Dictionary<ISymbol, ILocalFunctionOperation> _localFunctions = new(SymbolEqualityComparer.Default);
    private IOperation? _collected;

    public override void VisitDelegateCreation(IDelegateCreationOperation operation)
    {
        switch (operation.Target)
        {
            case IAnonymousFunctionOperation lambda:
                if (Is(operation.Type?.BaseType?.BaseType, context.Expression) || Is(operation.Type?.BaseType, context.Expression))
                {
                    ReportExpressionTree(operation);
                    return;
                }

                CheckClosure(lambda, Captures.Of(lambda.Symbol, lambda.Body, function => LocalFunction(function, lambda)), operation.Type, PlaceOf(lambda), null);
                Visit(lambda);
                return;
            case IMethodReferenceOperation reference:
                CheckMethodGroup(operation, reference);
                Visit(reference.Instance);
                return;
            default:
                Report(AllocationRules.DelegateCreation, operation.Syntax, TypeName(operation.Type), "from a delegate that exists", "use that one");
                DefaultVisit(operation);
                return;
        }
    }

    /// <summary>A lambda as it is written: of a query, the clause that becomes one.</summary>
    private static SyntaxNode PlaceOf(IAnonymousFunctionOperation lambda) =>
        lambda.Syntax is not AnonymousFunctionExpressionSyntax && lambda.Syntax.Parent is QueryClauseSyntax or SelectOrGroupClauseSyntax or OrderingSyntax
            ? lambda.Syntax.Parent
            : lambda.Syntax;

    private void ReportExpressionTree(IOperation operation) => Report(
        AllocationRules.Closure,
        operation.Syntax,
        "Builds an expression tree",
        "an object for each of its nodes",
        "keep it in a static field, or take a delegate");

    private void CheckMethodGroup(IDelegateCreationOperation operation, IMethodReferenceOperation reference)
    {
        var method = reference.Method;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            if (method.IsStatic)
            {
                CheckStaticGroup(operation, method);
                return;
            }

            var function = LocalFunction(method.OriginalDefinition, operation);
            var captures = Captures.Of(method.OriginalDefinition, function?.Body, other => LocalFunction(other, operation));
            CheckClosure(operation, captures, operation.Type, operation.Syntax, method.Name);
            return;
        }

        if (method.IsStatic && reference.Instance is null && method.ReducedFrom is null)
        {
            CheckStaticGroup(operation, method);
            return;
        }

        Report(AllocationRules.DelegateCreation, operation.Syntax, TypeName(operation.Type), "for '" + method.Name + "' of an instance", "keep it in a field");
        if (reference.Instance?.Type is { } receiver && (receiver.IsValueType || receiver is ITypeParameterSymbol { IsReferenceType: false }))
            ReportBoxing(reference.Instance.Syntax, receiver, "object");
    }

    /// <summary>
    /// The compiler keeps the delegate of a static method group since C# 11, but not that of <c>new Action(M)</c>, and none in a static
    /// constructor or initializer: that includes the lambdas in it, which may run often.
    /// </summary>
    private void CheckStaticGroup(IDelegateCreationOperation operation, IMethodSymbol method)
    {
        if (operation.Syntax is BaseObjectCreationExpressionSyntax)
            Report(AllocationRules.DelegateCreation, operation.Syntax, TypeName(operation.Type), "with 'new'", "pass '" + method.Name + "' itself, which the compiler keeps");
        else if (ColdPaths.IsStaticInitialization(owner) || operation.Syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp11 })
            Report(AllocationRules.DelegateCreation, operation.Syntax, TypeName(operation.Type), "for '" + method.Name + "'", "write a static lambda, which the compiler keeps");
    }

    private void CheckClosure(IOperation function, Captures captures, ITypeSymbol? type, SyntaxNode place, string? localFunction)
    {
        if (captures.Variables is not { } variables)
        {
            if (captures.This && type is not null)
            {
                Add(AllocationRules.Closure, place, isHot: _temperature == Temperature.Hot, ImmutableArray<Location>.Empty, "Captures 'this'", "a delegate", "pass it as state to a static function");
            }
            else if (localFunction is not null)
            {
                Report(AllocationRules.DelegateCreation, place, TypeName(type), "for the local function '" + localFunction + "'", "make '" + localFunction + "' static");
            }

            return;
        }

        var others = ImmutableArray.CreateBuilder<Location>(variables.Count);
        var names = new StringBuilder("Captures ");
        ISymbol? hoisted = null;
        var isHot = _temperature == Temperature.Hot;
        for (var index = 0; index < variables.Count; index++)
        {
            var variable = variables[index];
            names.Append(index == 0 ? "'" : index == variables.Count - 1 && !captures.This ? " and '" : ", '").Append(variable.Name).Append('\'');
            if (variable.Locations is not [{ IsInSource: true } declared, ..])
                continue;

            others.Add(declared);
            isHot |= declared.SourceSpan.Start < _coldStart;
            if (hoisted is null && IsHoisted(function, variable, declared))
                hoisted = variable;
        }

        var what = type is null ? "an object" : "a delegate and an object";
        if (hoisted is not null)
            what += " where '" + hoisted.Name + "' is declared, even when this branch is not taken";
        var cure = hoisted is null
            ? "pass state to a static function"
            : hoisted is IParameterSymbol ? "copy '" + hoisted.Name + "' to a local in the branch, or pass state to a static function" : "declare '" + hoisted.Name + "' in the branch, or pass state to a static function";
        if (captures.This)
            names.Append(" and 'this'");
        Add(AllocationRules.Closure, place, isHot, others.ToImmutable(), names.ToString(), what, cure);
    }

    /// <summary>What an async or iterator local function captures outlives the call, so it does not stay on the stack as for others.</summary>
    private void CheckLocalFunction(ILocalFunctionOperation operation)
    {
        if (operation.Body is { } body && (operation.Symbol.IsAsync || HasYield(body)))
            CheckClosure(operation, Captures.Of(operation.Symbol, body, function => LocalFunction(function, operation)), type: null, operation.Syntax, localFunction: null);
    }

    private static bool HasYield(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (child.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak || (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && HasYield(child)))
                return true;
        }

        return false;
    }

    private void Add(DiagnosticDescriptor rule, SyntaxNode place, bool isHot, ImmutableArray<Location> others, params object[] arguments)
    {
        if (isHot)
            sink.Add(new Allocation(rule, place, arguments) { Others = others, Location = place is LocalFunctionStatementSyntax function ? function.Identifier.GetLocation() : place.GetLocation() });
    }

    /// <summary>Whether a captured variable lives, and its object is made, outside the branch that makes the function.</summary>
    private static bool IsHoisted(IOperation function, ISymbol variable, Location declared)
    {
        var passesBranch = false;
        for (var (child, parent) = (function, function.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent.Syntax.SyntaxTree == declared.SourceTree && parent.Syntax.Span.Contains(declared.SourceSpan))
                return passesBranch;

            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                var symbol = parent is IAnonymousFunctionOperation lambda ? lambda.Symbol : ((ILocalFunctionOperation)parent).Symbol;
                if (SymbolEqualityComparer.Default.Equals(symbol, variable.ContainingSymbol))
                    return passesBranch;
            }

            passesBranch |= parent switch
            {
                IConditionalOperation conditional => child != conditional.Condition,
                ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation => true,
                ICoalesceOperation coalesce => child == coalesce.WhenNull,
                ICoalesceAssignmentOperation assignment => child == assignment.Value,
                IConditionalAccessOperation access => child == access.WhenNotNull,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => child == binary.RightOperand,
                _ => false,
            };
        }

        return passesBranch;
    }

    private ILocalFunctionOperation? LocalFunction(IMethodSymbol function, IOperation inside)
    {
        var root = inside;
        while (root.Parent is { } parent)
            root = parent;

        if (_collected != root)
        {
            _collected = root;
            Collect(root, _localFunctions);
        }

        return _localFunctions.TryGetValue(function.OriginalDefinition, out var operation) ? operation : null;
    }

    private static void Collect(IOperation operation, Dictionary<ISymbol, ILocalFunctionOperation> functions)
    {
        if (operation is ILocalFunctionOperation function)
            functions[function.Symbol.OriginalDefinition] = function;

        foreach (var child in operation.ChildOperations)
            Collect(child, functions);
    }

    private static string TypeName(ITypeSymbol? type) => type is null ? "delegate" : Name(type);
}
