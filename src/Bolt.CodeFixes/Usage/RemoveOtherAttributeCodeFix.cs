using System.Composition;
using Bolt.Analyzers;
using Bolt.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bolt.CodeFixes.Usage;

/// <summary>Removes the attribute that contradicts another one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveOtherAttributeCodeFix)), Shared]
public sealed class RemoveOtherAttributeCodeFix() : UsageCodeFix(RuleIds.ConflictingAttribute)
{
    private protected override string EquivalenceKey => "Bolt.RemoveOtherAttribute";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (!target.Diagnostic.Properties.TryGetValue(UsageProperties.OtherAttribute, out var name) || name is null)
            return null;

        // The parser gives the attribute's name as users write it; the type's own name may end in Attribute.
        var attribute = target.Method?.AttributeLists
            .SelectMany(list => list.Attributes)
            .FirstOrDefault(candidate => target.Model.GetSymbolInfo(candidate).Symbol?.ContainingType.Name is { } type && (type == name || type == name + nameof(System.Attribute)));
        return attribute is null ? null : new SyntaxEdit($"Remove [{name}]", editor => AttributeRemoval.Apply(editor, attribute));
    }
}
