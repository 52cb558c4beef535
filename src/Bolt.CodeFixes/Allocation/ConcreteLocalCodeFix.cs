using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Declares a local with the type of the collection that it holds, or drops the cast that hides it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConcreteLocalCodeFix)), Shared]
public sealed class ConcreteLocalCodeFix() : SyntaxCodeFix(RuleIds.Enumerator, RuleIds.LinqThatMayAllocate)
{
    private protected override string EquivalenceKey => "Bolt.ConcreteLocal";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var isLinq = diagnostic.Id == RuleIds.LinqThatMayAllocate;
        var source = isLinq ? LinqCall.SourceThatIsReadInPlace(node, model, cancellationToken) : node as ExpressionSyntax;
        if (source is null)
            return null;

        var bare = Expressions.WithoutParentheses(source);
        if (bare is CastExpressionSyntax cast)
            return PlanCast(cast, source, isLinq, model, cancellationToken);

        if (model.GetSymbolInfo(bare, cancellationToken).Symbol is not ILocalSymbol { RefKind: RefKind.None, DeclaringSyntaxReferences: [var reference] } local
            || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value, Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: { IsVar: false } written, Parent: LocalDeclarationStatementSyntax { Parent: { } scope } } }
            || Concrete(model.GetTypeInfo(Expressions.WithoutParentheses(value), cancellationToken).Type, local.Type, isLinq) is not { } type)
        {
            return null;
        }

        var uses = scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local))
            .ToList();
        if (uses.Exists(IsWritten))
            return null;

        var declared = SyntaxFactory.ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithTriviaFrom(written).WithAdditionalAnnotations(Simplifier.Annotation);
        var trial = Trial.Of(model, [written, .. uses], (original, current) => original == written ? declared : current, cancellationToken);
        return trial is not null && uses.TrueForAll(use => MeansTheSame(use, trial, model, cancellationToken))
            ? new SyntaxEdit($"Declare '{local.Name}' with its own type", editor => editor.ReplaceNode(written, declared)) { Once = written }
            : null;
    }

    private static SyntaxEdit? PlanCast(CastExpressionSyntax cast, ExpressionSyntax source, bool isLinq, SemanticModel model, CancellationToken cancellationToken)
    {
        var operand = cast.Expression;
        if (Concrete(model.GetTypeInfo(operand, cancellationToken).Type, model.GetTypeInfo(cast, cancellationToken).Type, isLinq) is null
            || Expressions.LosesTrivia(source, operand)
            || (!isLinq && source.Parent is not (CommonForEachStatementSyntax or SpreadElementSyntax)))
        {
            return null;
        }

        var replacement = Parentheses.Around(operand.WithTriviaFrom(source));
        return Trial.Of(model, source, replacement, cancellationToken) is { } trial && (!isLinq || CalledOn(source, model)?.ToDisplayString() == CalledOn(trial.Find(source), trial.Model)?.ToDisplayString())
            ? new SyntaxEdit("Drop the cast", editor => editor.ReplaceNode(source, replacement))
            : null;
    }

    /// <summary>The type, if it is one of the framework's whose elements are the interface's and are read without an enumerator on the heap.</summary>
    private static ITypeSymbol? Concrete(ITypeSymbol? type, ITypeSymbol? declared, bool isLinq)
    {
        if (declared is not INamedTypeSymbol { TypeKind: TypeKind.Interface } @interface || type is not { IsReferenceType: true })
            return null;

        var expected = @interface.AllInterfaces.Append(@interface).FirstOrDefault(static one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
        var isList = type.OriginalDefinition is { Name: "List", ContainingNamespace: { Name: "Generic" } };
        var element = type switch
        {
            IArrayTypeSymbol { IsSZArray: true } array => array.ElementType,
            INamedTypeSymbol { ContainingNamespace: { } space } when (isList || !isLinq) && (space.ToDisplayString() + ".").StartsWith("System.Collections.", StringComparison.Ordinal) => Current(type),
            _ => null,
        };
        return element is not null && SymbolEqualityComparer.IncludeNullability.Equals(element.WithNullableAnnotation(NullableAnnotation.None), expected?.WithNullableAnnotation(NullableAnnotation.None)) ? type : null;
    }

    private static ITypeSymbol? Current(ITypeSymbol type)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers("GetEnumerator"))
            {
                if (member is IMethodSymbol { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public, ReturnType: var enumerator })
                    return enumerator.IsValueType ? enumerator.GetMembers("Current").OfType<IPropertySymbol>().FirstOrDefault()?.Type : null;
            }
        }

        return null;
    }

    private static bool IsWritten(IdentifierNameSyntax use) =>
        use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use
        || use.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } or RefExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression };

    /// <summary>Whether a use of the local, which is of another type now, still calls what it called.</summary>
    private static bool MeansTheSame(IdentifierNameSyntax use, Trial trial, SemanticModel model, CancellationToken cancellationToken)
    {
        var now = (ExpressionSyntax)trial.Find(use);
        if (use.Parent is CommonForEachStatementSyntax or SpreadElementSyntax)
            return true;

        var before = CalledOn(use, model);
        return before is not null && before.ToDisplayString() == CalledOn(now, trial.Model)?.ToDisplayString()
            && (use.Parent is not ArgumentSyntax || model.GetTypeInfo(use, cancellationToken).ConvertedType?.ToDisplayString() == trial.Model.GetTypeInfo(now, cancellationToken).ConvertedType?.ToDisplayString());
    }

    private static ISymbol? CalledOn(SyntaxNode use, SemanticModel model) => use.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == use => model.GetSymbolInfo(call).Symbol is IMethodSymbol { ReducedFrom: { } extension } method ? (method.TypeArguments.IsEmpty ? extension : extension.Construct([.. method.TypeArguments])) : null,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } argument => model.GetSymbolInfo(argument.Parent!.Parent!).Symbol,
        _ => null,
    };
}
