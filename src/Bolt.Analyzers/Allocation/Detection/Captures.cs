using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Detection;

/// <summary>What an anonymous or local function takes from around it, also through the local functions that it calls.</summary>
internal sealed class Captures : OperationWalker
{
    private readonly Func<IMethodSymbol, ILocalFunctionOperation?> _find;
    private HashSet<ISymbol>? _followed;
    private IMethodSymbol _function;

    private Captures(IMethodSymbol function, Func<IMethodSymbol, ILocalFunctionOperation?> find) => (_function, _find) = (function, find);

    /// <summary>The locals and parameters: each lives in a display class. Null if there are none.</summary>
    public List<ISymbol>? Variables { get; private set; }

    /// <summary>Whether it uses <c>this</c>, or a primary constructor's parameter, which is a field of it.</summary>
    public bool This { get; private set; }

    public static Captures Of(IMethodSymbol function, IOperation? body, Func<IMethodSymbol, ILocalFunctionOperation?> find)
    {
        var captures = new Captures(function, find);
        captures.Visit(body);
        return captures;
    }

    public override void Visit(IOperation? operation)
    {
        if (operation is null or { ConstantValue.HasValue: true } or INameOfOperation)
            return;

        base.Visit(operation);
    }

    public override void VisitLocalReference(ILocalReferenceOperation operation) => Add(operation.Local);

    public override void VisitParameterReference(IParameterReferenceOperation operation)
    {
        if (IsField(operation.Parameter))
            This = true;
        else
            Add(operation.Parameter);
    }

    public override void VisitInstanceReference(IInstanceReferenceOperation operation)
    {
        if (operation.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance)
            This = true;
    }

    public override void VisitInvocation(IInvocationOperation operation)
    {
        Follow(operation.TargetMethod);
        DefaultVisit(operation);
    }

    public override void VisitMethodReference(IMethodReferenceOperation operation)
    {
        Follow(operation.Method);
        DefaultVisit(operation);
    }

    private void Add(ISymbol variable)
    {
        for (var inside = variable.ContainingSymbol; inside is not null; inside = inside.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(inside, _function))
                return;
        }

        if (Variables?.Contains(variable) != true)
            (Variables ??= []).Add(variable);
    }

    private void Follow(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.LocalFunction || method.IsStatic)
            return;

        var definition = method.OriginalDefinition;
        for (var inside = definition.ContainingSymbol; inside is not null; inside = inside.ContainingSymbol)
        {
            // A function declared in here is walked in its place.
            if (SymbolEqualityComparer.Default.Equals(inside, _function))
                return;
        }

        _followed ??= new(SymbolEqualityComparer.Default);
        if (!_followed.Add(definition) || _find(definition) is not { } function)
            return;

        var before = _function;
        _function = definition;
        Visit(function.Body);
        _function = before;
    }

    private bool IsField(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences is [var syntax, ..]
        && syntax.GetSyntax() is TypeDeclarationSyntax
        && !SymbolEqualityComparer.Default.Equals(ContainingMember(), constructor);

    private ISymbol? ContainingMember()
    {
        ISymbol? symbol = _function;
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            symbol = symbol.ContainingSymbol;

        return symbol;
    }
}
