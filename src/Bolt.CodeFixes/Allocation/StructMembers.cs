using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Adds to a struct, however it is laid out: on several lines, on one, or without a body.</summary>
internal static class StructMembers
{
    private const string Step = "    ";

    /// <summary>The struct with members at its end, each after a blank line.</summary>
    /// <param name="members">One-line members, or ones whose further lines are indented as if the first one were not.</param>
    public static StructDeclarationSyntax Add(StructDeclarationSyntax type, string newLine, params string[] members)
    {
        var indentation = type.GetLeadingTrivia().LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";
        var inner = indentation + Step;
        if (type.OpenBraceToken.IsKind(SyntaxKind.None))
        {
            var end = type.SemicolonToken.TrailingTrivia;
            type = type.ReplaceToken(type.SemicolonToken.GetPreviousToken(), type.SemicolonToken.GetPreviousToken().WithTrailingTrivia())
                .WithSemicolonToken(default)
                .WithOpenBraceToken(Token(SyntaxKind.OpenBraceToken, newLine + indentation, newLine))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(indentation)).WithTrailingTrivia(end));
        }
        else if (!type.DescendantTrivia(TextSpan.FromBounds(type.OpenBraceToken.SpanStart, type.CloseBraceToken.SpanStart)).Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
        {
            // All on one line: what is added is not, so neither can the rest be.
            var lead = SyntaxFactory.ParseLeadingTrivia(inner);
            var before = type.OpenBraceToken.GetPreviousToken();
            if (!before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            {
                type = type.ReplaceToken(before, before.WithTrailingTrivia(before.TrailingTrivia.Reverse().SkipWhile(IsBlank).Reverse()));
                type = type.WithOpenBraceToken(Token(SyntaxKind.OpenBraceToken, newLine + indentation, newLine));
            }

            type = type
                .WithMembers(SyntaxFactory.List(type.Members.Select(member => member
                    .WithLeadingTrivia(lead.AddRange(member.GetLeadingTrivia().SkipWhile(IsBlank)))
                    .WithTrailingTrivia(member.GetTrailingTrivia().Reverse().SkipWhile(IsBlank).Reverse().Append(SyntaxFactory.EndOfLine(newLine))))))
                .WithCloseBraceToken(type.CloseBraceToken.WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(indentation)));
        }

        var added = new List<MemberDeclarationSyntax>();
        foreach (var member in members)
        {
            var gap = type.Members.Count + added.Count == 0 ? "" : newLine;
            var text = gap + string.Concat(member.Split('\n').Select(line => line.Length == 0 ? newLine : inner + line + newLine));
            added.Add(SyntaxFactory.ParseMemberDeclaration(text)!);
        }

        // What was said at the end of the body stays above the new members.
        var close = type.CloseBraceToken;
        if (!close.LeadingTrivia.All(IsBlank))
        {
            added[0] = added[0].WithLeadingTrivia(close.LeadingTrivia.Reverse().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Concat(added[0].GetLeadingTrivia()));
            type = type.WithCloseBraceToken(close.WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(indentation)));
        }

        return type.WithMembers(type.Members.AddRange(added.Select(static member => member.WithAdditionalAnnotations(Simplifier.Annotation))));
    }

    /// <summary>The struct with an interface after those that it has.</summary>
    public static StructDeclarationSyntax Implement(StructDeclarationSyntax type, string @interface)
    {
        var added = SyntaxFactory.SimpleBaseType(SyntaxFactory.ParseTypeName(@interface).WithAdditionalAnnotations(Simplifier.Annotation));
        if (type.BaseList is { } list)
        {
            var before = list.Types.Last();
            var trailing = before.GetTrailingTrivia();
            var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            var types = SyntaxFactory.SeparatedList<BaseTypeSyntax>(
                list.Types.Replace(before, before.WithTrailingTrivia()).Concat([added.WithTrailingTrivia(trailing)]),
                list.Types.GetSeparators().Append(comma));
            return type.WithBaseList(list.WithTypes(types));
        }

        var last = (type.ParameterList, type.TypeParameterList) switch
        {
            ({ CloseParenToken: var token }, _) => token,
            (_, { GreaterThanToken: var token }) => token,
            _ => type.Identifier,
        };
        var end = last.TrailingTrivia;
        var colon = SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space);
        return type.ReplaceToken(last, last.WithTrailingTrivia(SyntaxFactory.Space))
            .WithBaseList(SyntaxFactory.BaseList(colon, SyntaxFactory.SingletonSeparatedList<BaseTypeSyntax>(added)).WithTrailingTrivia(end));
    }

    /// <summary>The modifier that a member needs to be called without a copy; nothing where the whole struct has it.</summary>
    public static string ReadOnly(INamedTypeSymbol type) => type.IsReadOnly ? "" : "readonly ";

    private static SyntaxToken Token(SyntaxKind kind, string leading, string trailing) =>
        SyntaxFactory.Token(SyntaxFactory.ParseLeadingTrivia(leading), kind, SyntaxFactory.ParseTrailingTrivia(trailing));

    private static bool IsBlank(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
