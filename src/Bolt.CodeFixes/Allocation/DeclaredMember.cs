using Bolt.Analyzers.Allocation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Finds the declaration that a diagnostic names, in this project or in one that it references.</summary>
internal static class DeclaredMember
{
    public static ISymbol? Symbol(Diagnostic diagnostic, SemanticModel model) =>
        diagnostic.Properties.TryGetValue(AllocationProperties.Declaration, out var id) && id is not null
            ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, model.Compilation)
            : null;

    /// <summary>The syntax of a method, or of the property of an accessor; null if it is written nowhere.</summary>
    public static SyntaxNode? Syntax(ISymbol? symbol, CancellationToken cancellationToken)
    {
        if (symbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol property })
            symbol = property;
        if (symbol?.DeclaringSyntaxReferences is not [var reference, ..])
            return null;

        return reference.GetSyntax(cancellationToken) switch
        {
            BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or AccessorDeclarationSyntax => reference.GetSyntax(cancellationToken),
            _ => null,
        };
    }
}
