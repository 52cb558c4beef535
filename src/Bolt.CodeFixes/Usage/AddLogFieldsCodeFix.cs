using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>Has the members of a parameter's type written as an object.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddLogFieldsCodeFix)), Shared]
public sealed class AddLogFieldsCodeFix() : UsageCodeFix(RuleIds.MissingLogFields)
{
    private protected override string EquivalenceKey => "Bolt.AddLogFields";

    private protected override UsageEdit? Plan(UsageTarget target) =>
        target.Parameter is { } parameter
            ? new UsageEdit("Add [LogFields]", editor => editor.ReplaceNode(
                parameter,
                (current, _) => ParameterEdits.AddAttribute((ParameterSyntax)current, WellKnownNames.LogFieldsAttribute)))
            : null;
}
