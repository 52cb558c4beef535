using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>
/// Removes the level from the attribute of an event whose calls give it too. The parameter stays: to remove it would break every call.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveLevelCodeFix)), Shared]
public sealed class RemoveLevelCodeFix() : UsageCodeFix(RuleIds.LevelGivenTwice)
{
    private protected override string EquivalenceKey => "Bolt.RemoveLevel";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (target.LogEvent is not { } attribute || LogEventArguments.Level(attribute, target.Model) is not { } level)
            return null;

        var index = attribute.ArgumentList!.Arguments.IndexOf(level);
        return new SyntaxEdit(
            "Remove the level from the attribute",
            editor => editor.ReplaceNode(attribute, (current, _) => LogEventArguments.Remove((AttributeSyntax)current, index)));
    }
}
