using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>Takes the body away from a method that Bolt is to write.</summary>
internal static class MethodBody
{
    public static bool Exists(MethodDeclarationSyntax method) => method.Body is not null || method.ExpressionBody is not null;

    /// <summary>The method as a declaration that ends in a semicolon, without the modifiers that need a body.</summary>
    public static MethodDeclarationSyntax Remove(MethodDeclarationSyntax method)
    {
        if (!Exists(method))
            return method;

        var trailing = method.GetTrailingTrivia();
        var declaration = Modifiers.Remove(method, SyntaxKind.AsyncKeyword).WithBody(null).WithExpressionBody(null).WithSemicolonToken(default);
        var last = declaration.GetLastToken();
        return declaration
            .ReplaceToken(last, last.WithTrailingTrivia())
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(trailing));
    }
}
