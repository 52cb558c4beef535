using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bolt.CodeFixes.Usage;

/// <summary>Removes a [LogFields] that finds no member to write.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveLogFieldsCodeFix)), Shared]
public sealed class RemoveLogFieldsCodeFix() : UsageCodeFix(RuleIds.NothingToWrite)
{
    private protected override string EquivalenceKey => "Bolt.RemoveLogFields";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        var attribute = target.Parameter?.AttributeLists
            .SelectMany(list => list.Attributes)
            .FirstOrDefault(candidate => target.Is(candidate, WellKnownNames.LogFieldsAttribute));
        return attribute is null ? null : new SyntaxEdit("Remove [LogFields]", editor => AttributeRemoval.Apply(editor, attribute));
    }
}
