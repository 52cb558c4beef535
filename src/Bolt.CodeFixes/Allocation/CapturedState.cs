using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.CodeFixes.Allocation;

/// <summary>What lambdas capture, made an argument that is passed to them instead.</summary>
internal sealed class CapturedState
{
    private const string Self = "self";
    private const string Tuple = "state";

    private readonly List<ISymbol> _variables = [];

    /// <summary>Each place that uses something captured, and what; null for the object itself.</summary>
    private readonly Dictionary<SyntaxNode, ISymbol?> _references = [];

    private ITypeSymbol? _this;

    private CapturedState()
    {
    }

    /// <summary>The type of the state; null when it is several values.</summary>
    public ITypeSymbol? Type => IsTuple ? null : _this ?? TypeOf(_variables[0]);

    /// <summary>The argument that gives the state.</summary>
    public ExpressionSyntax Value
    {
        get
        {
            var values = _variables.Select(static variable => SyntaxFactory.Argument(SyntaxFactory.IdentifierName(Escaped(variable.Name)))).ToList();
            if (_this is not null)
                values.Insert(0, SyntaxFactory.Argument(SyntaxFactory.ThisExpression()).WithNameColon(SyntaxFactory.NameColon(Self).WithTrailingTrivia(SyntaxFactory.Space)));
            return IsTuple
                ? SyntaxFactory.TupleExpression(SyntaxFactory.SeparatedList(values, Enumerable.Repeat(Comma, values.Count - 1)))
                : values[0].Expression;
        }
    }

    private static SyntaxToken Comma => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);

    private bool IsTuple => _variables.Count + (_this is null ? 0 : 1) > 1;

    private string Name => IsTuple ? Tuple : _this is not null ? Self : Escaped(_variables[0].Name);

    /// <summary>Reads what lambdas capture; null if it cannot be passed, because it is written to or is no plain variable.</summary>
    /// <param name="lambdas">All that get the same state.</param>
    /// <param name="call">The call that gets them.</param>
    /// <param name="isDeferred">Whether they may run after the call, so that nothing may write to a variable at all.</param>
    /// <param name="model">The meaning of the document.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static CapturedState? Of(IReadOnlyList<LambdaExpressionSyntax> lambdas, InvocationExpressionSyntax call, bool isDeferred, SemanticModel model, CancellationToken cancellationToken)
    {
        var state = new CapturedState();
        foreach (var lambda in lambdas)
        {
            // A parameter with a type would need the type of the state beside it.
            if (lambda is ParenthesizedLambdaExpressionSyntax parenthesized && (parenthesized.ReturnType is not null || parenthesized.ParameterList.Parameters.Any(static parameter => parameter.Type is not null)))
                return null;
            if (model.GetOperation(lambda, cancellationToken) is not { } operation || !state.Read(operation, lambda))
                return null;
        }

        if (state._references.Count == 0 || call.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return null;

        var names = lambdas.SelectMany(static lambda => lambda.DescendantTokens()).Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);
        if ((state.IsTuple || state._this is not null) && names.Any(static name => name is Self or Tuple))
            return null;

        return state._variables.TrueForAll(variable => IsSettled(variable, member, call, isDeferred, model, cancellationToken))
            && state._references.All(static reference => reference.Value is not { } variable || !MayChangeItself(TypeOf(variable)) || reference.Key.Parent is not (MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax))
                ? state
                : null;
    }

    /// <summary>A lambda as a static one that gets the state as its last parameter.</summary>
    /// <param name="lambda">The lambda as it was.</param>
    /// <param name="replacesParameter">Whether the state takes the place of a parameter that the lambda does not use.</param>
    /// <param name="cast">The type of the state where the parameter is an object.</param>
    public LambdaExpressionSyntax PassTo(LambdaExpressionSyntax lambda, bool replacesParameter, TypeSyntax? cast)
    {
        var changed = lambda.ReplaceNodes(_references.Keys.Where(reference => lambda.Span.Contains(reference.Span)), (original, current) => Reference(original, current, cast));
        var parameters = new List<ParameterSyntax>();
        if (!replacesParameter && changed is SimpleLambdaExpressionSyntax simple)
            parameters.Add(simple.Parameter.WithoutTrivia());
        else if (!replacesParameter)
            parameters.AddRange(((ParenthesizedLambdaExpressionSyntax)changed).ParameterList.Parameters);
        parameters.Add(SyntaxFactory.Parameter(SyntaxFactory.Identifier(Name)));

        var modifiers = changed.Modifiers.Insert(0, SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        var arrow = changed.ArrowToken.WithLeadingTrivia(SyntaxFactory.Space);
        LambdaExpressionSyntax result = parameters.Count == 1
            ? SyntaxFactory.SimpleLambdaExpression(changed.AttributeLists, modifiers, parameters[0], arrow, changed.Block, changed.ExpressionBody)
            : SyntaxFactory.ParenthesizedLambdaExpression(
                changed.AttributeLists,
                modifiers,
                returnType: null,
                SyntaxFactory.ParameterList(SyntaxFactory.SeparatedList(parameters, Enumerable.Repeat(Comma, parameters.Count - 1))),
                arrow,
                changed.Block,
                changed.ExpressionBody);
        return result.WithTriviaFrom(lambda);
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static ITypeSymbol TypeOf(ISymbol variable) => variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;

    /// <summary>Whether a member of a value could change it: of a copy, nobody would know.</summary>
    private static bool MayChangeItself(ITypeSymbol type) => type.IsValueType
        ? !type.IsReadOnly && !Quiet.IsValue(type) && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
        : type is ITypeParameterSymbol { IsReferenceType: false };

    private bool Read(IOperation operation, LambdaExpressionSyntax lambda)
    {
        foreach (var child in operation.DescendantsAndSelf())
        {
            switch (child)
            {
                case ILocalReferenceOperation { Local: { IsConst: false } local }:
                    if (!Add(local, child.Syntax, lambda))
                        return false;
                    break;
                case IParameterReferenceOperation { Parameter: var parameter }:
                    // The parameter of a primary constructor is a field of the object.
                    if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: [var reference] } && reference.GetSyntax() is TypeDeclarationSyntax)
                        return false;
                    if (!Add(parameter, child.Syntax, lambda))
                        return false;
                    break;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: var type }:
                    if (child.Syntax is not (ThisExpressionSyntax or SimpleNameSyntax) || type is not { IsReferenceType: true })
                        return false;
                    _this = type;
                    _references[child.Syntax] = null;
                    break;
                case IInvalidOperation:
                    return false;
            }
        }

        return true;
    }

    private bool Add(ISymbol variable, SyntaxNode place, LambdaExpressionSyntax lambda)
    {
        if (variable.Locations is [{ SourceSpan: var declared }, ..] && lambda.Span.Contains(declared))
            return true;
        if (place is not IdentifierNameSyntax || variable is ILocalSymbol { IsRef: true } or IParameterSymbol { RefKind: not RefKind.None })
            return false;

        _references[place] = variable;
        if (!_variables.Contains(variable, SymbolEqualityComparer.Default))
            _variables.Add(variable);
        return true;
    }

    /// <summary>Whether the value of a variable when the call is made is the one that the lambda would see.</summary>
    private static bool IsSettled(ISymbol variable, MemberDeclarationSyntax member, InvocationExpressionSyntax call, bool isDeferred, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var name in member.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != variable.Name || !IsWrite(name) || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, variable))
                continue;

            // Another function that writes to it may run while the lambda does.
            if (isDeferred || call.Span.Contains(name.Span)
                || name.Ancestors().TakeWhile(node => !node.Span.Contains(call.Span)).Any(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWrite(IdentifierNameSyntax name)
    {
        SyntaxNode node = name;
        while (node.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
            node = node.Parent;

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            PostfixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression) || unary.IsKind(SyntaxKind.AddressOfExpression),
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
            RefExpressionSyntax => true,
            ForEachVariableStatementSyntax loop => loop.Variable == node,
            _ => false,
        };
    }

    private ExpressionSyntax Reference(SyntaxNode original, SyntaxNode current, TypeSyntax? cast)
    {
        var variable = _references[original];
        ExpressionSyntax value = SyntaxFactory.IdentifierName(Name);
        if (cast is not null)
            value = SyntaxFactory.ParenthesizedExpression(SyntaxFactory.CastExpression(cast, SyntaxFactory.PostfixUnaryExpression(SyntaxKind.SuppressNullableWarningExpression, value)));
        if (IsTuple)
            value = Member(value, SyntaxFactory.IdentifierName(variable is null ? Self : Escaped(variable.Name)));
        if (variable is null && current is SimpleNameSyntax member)
            value = Member(value, member.WithoutTrivia());
        return value.WithTriviaFrom(current);
    }

    private static MemberAccessExpressionSyntax Member(ExpressionSyntax receiver, SimpleNameSyntax name) =>
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, name);
}
