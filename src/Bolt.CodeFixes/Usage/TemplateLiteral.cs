using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.CodeFixes.Usage;

/// <summary>A piece of a message template that is written as one string literal, so that its text can be changed in place.</summary>
internal sealed class TemplateLiteral
{
    private static readonly Regex s_hole = new(@"^\{[@$]?\s*(?<name>[^{},:]*[^{},:\s])", RegexOptions.CultureInvariant);

    private readonly LiteralExpressionSyntax _literal;
    private readonly int _start;

    private TemplateLiteral(LiteralExpressionSyntax literal, TextSpan span)
    {
        _literal = literal;
        _start = span.Start - literal.Token.SpanStart;
        Text = literal.Token.Text.Substring(_start, span.Length);
    }

    /// <summary>The text that the diagnostic points at.</summary>
    public string Text { get; }

    /// <summary>The name of the hole that the diagnostic points at; null when it points at no hole.</summary>
    public string? HoleName => s_hole.Match(Text) is { Success: true } match ? match.Groups["name"].Value : null;

    public static TemplateLiteral? Find(UsageTarget target) =>
        target.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            && literal.Token.Span.Contains(target.Span)
            ? new TemplateLiteral(literal, target.Span)
            : null;

    /// <summary>An edit that gives the hole another name and keeps its alignment and format.</summary>
    public SyntaxEdit RenameHole(string title, string name)
    {
        var group = s_hole.Match(Text).Groups["name"];
        return Replace(title, Text.Substring(0, group.Index) + name + Text.Substring(group.Index + group.Length));
    }

    /// <summary>An edit that writes <paramref name="text"/> in place of <see cref="Text"/>; what is before it in the literal must be unchanged when it is applied.</summary>
    public SyntaxEdit Replace(string title, string text) =>
        new(title, editor => editor.ReplaceNode(_literal, (current, _) =>
        {
            var literal = (LiteralExpressionSyntax)current;
            var old = literal.Token.Text;
            var changed = old.Substring(0, _start) + text + old.Substring(_start + Text.Length);

            // Parsed as an expression, not as a token: the parser, not the lexer, works out the value of a raw literal.
            return SyntaxFactory.ParseExpression(changed) is LiteralExpressionSyntax parsed
                ? literal.WithToken(parsed.Token.WithTriviaFrom(literal.Token))
                : literal;
        }));
}
