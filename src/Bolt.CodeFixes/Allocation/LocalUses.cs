using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>A local variable that is declared by a statement of its own, and where it is used.</summary>
internal sealed class LocalUses
{
    private LocalUses(LocalDeclarationStatementSyntax declaration, ILocalSymbol symbol, SyntaxNode function, List<IdentifierNameSyntax> uses)
    {
        Declaration = declaration;
        Symbol = symbol;
        Function = function;
        Uses = uses;
    }

    public LocalDeclarationStatementSyntax Declaration { get; }

    public ILocalSymbol Symbol { get; }

    /// <summary>The method, accessor, local or anonymous function that declares it.</summary>
    public SyntaxNode Function { get; }

    public List<IdentifierNameSyntax> Uses { get; }

    public TypeSyntax Type => Declaration.Declaration.Type;

    /// <summary>Whether a function of its own uses it.</summary>
    public bool IsCaptured => Uses.Exists(use => FunctionAround(use) != Function);

    /// <summary>Whether the function may stop in the middle, which no span outlives.</summary>
    public bool IsSuspended => Function.DescendantNodes().Any(static node => node is YieldStatementSyntax or AwaitExpressionSyntax)
        || Function.ChildTokens().Any(static token => token.IsKind(SyntaxKind.AsyncKeyword))
        || Function is CompilationUnitSyntax;

    /// <summary>Finds the local that an expression is the first value of.</summary>
    public static LocalUses? InitializedBy(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (value.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables: [_] } declaration } variable }
            || declaration.Declaration.Type is RefTypeSyntax or ScopedTypeSyntax
            || declaration.UsingKeyword.RawKind != 0
            || model.GetDeclaredSymbol(variable, cancellationToken) is not ILocalSymbol symbol)
        {
            return null;
        }

        var function = FunctionAround(declaration);
        var uses = (declaration.Parent ?? function).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol))
            .ToList();
        return new LocalUses(declaration, symbol, function, uses);
    }

    private static SyntaxNode FunctionAround(SyntaxNode node) => node.Ancestors().First(static node =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or CompilationUnitSyntax);
}
