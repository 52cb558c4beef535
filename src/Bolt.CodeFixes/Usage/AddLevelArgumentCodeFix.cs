using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>Gives an event without a level the level Information, in its attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddLevelArgumentCodeFix)), Shared]
public sealed class AddLevelArgumentCodeFix() : UsageCodeFix(RuleIds.LevelMissing)
{
    private protected override string EquivalenceKey => "Bolt.AddLevelArgument";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (target.LogEvent is not { } attribute || LogEventArguments.Level(attribute, target.Model) is not null)
            return null;

        return new SyntaxEdit(
            "Add 'LogLevel.Information' to the attribute",
            editor => editor.ReplaceNode(attribute, (current, _) => LogEventArguments.WithLevel((AttributeSyntax)current, "Information")));
    }
}
