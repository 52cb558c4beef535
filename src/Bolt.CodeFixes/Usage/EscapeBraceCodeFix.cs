using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bolt.CodeFixes.Usage;

/// <summary>Doubles the braces of a malformed hole, so that they are text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EscapeBraceCodeFix)), Shared]
public sealed class EscapeBraceCodeFix() : UsageCodeFix(RuleIds.MalformedTemplate)
{
    private protected override string EquivalenceKey => "Bolt.EscapeBrace";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (TemplateLiteral.Find(target) is not { } template || template.Text.IndexOfAny(['{', '}']) < 0)
            return null;

        return template.Replace("Write the brace as text", template.Text.Replace("{", "{{").Replace("}", "}}"));
    }
}
