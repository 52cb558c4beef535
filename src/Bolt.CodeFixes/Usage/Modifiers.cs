using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>Adds and removes the modifiers of a declaration and keeps the comments and the indentation before it.</summary>
internal static class Modifiers
{
    /// <summary>Adds <c>partial</c> as the last modifier, where C# wants it; nothing if it is there.</summary>
    public static T AddPartial<T>(T member)
        where T : MemberDeclarationSyntax
    {
        if (member.Modifiers.Any(SyntaxKind.PartialKeyword))
            return member;

        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (member.Modifiers.Count > 0)
            return (T)member.WithModifiers(member.Modifiers.Add(partial));

        var next = TokenAfterModifiers(member);
        var moved = member.ReplaceToken(next, next.WithLeadingTrivia());
        return (T)moved.WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(next.LeadingTrivia)));
    }

    /// <summary>Removes every modifier of <paramref name="kinds"/>.</summary>
    public static T Remove<T>(T member, params SyntaxKind[] kinds)
        where T : MemberDeclarationSyntax
    {
        var kept = member.Modifiers.Where(modifier => !kinds.Contains(modifier.Kind())).ToArray();
        if (kept.Length == member.Modifiers.Count)
            return member;

        var leading = member.Modifiers[0].LeadingTrivia;
        if (kept.Length > 0)
        {
            kept[0] = kept[0].WithLeadingTrivia(leading);
            return (T)member.WithModifiers(SyntaxFactory.TokenList(kept));
        }

        var bare = (T)member.WithModifiers(default);
        var next = TokenAfterModifiers(bare);
        return bare.ReplaceToken(next, next.WithLeadingTrivia(leading));
    }

    private static SyntaxToken TokenAfterModifiers(MemberDeclarationSyntax member) =>
        member switch
        {
            BaseTypeDeclarationSyntax and TypeDeclarationSyntax type => type.Keyword,
            MethodDeclarationSyntax method => method.ReturnType.GetFirstToken(),
            _ => throw new ArgumentException("Only types and methods have modifiers that a fix changes.", nameof(member)),
        };
}
