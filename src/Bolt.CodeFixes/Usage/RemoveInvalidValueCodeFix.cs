using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>Removes a key, an event name or an argument that is not allowed, so that its default holds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveInvalidValueCodeFix)), Shared]
public sealed class RemoveInvalidValueCodeFix() : UsageCodeFix(RuleIds.InvalidKey, RuleIds.InvalidArgument)
{
    private protected override string EquivalenceKey => "Bolt.RemoveInvalidValue";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (target.Attribute is not { } attribute)
            return null;

        if (target.Is(attribute, WellKnownNames.LogNameAttribute))
            return new SyntaxEdit("Remove [LogName]", editor => AttributeRemoval.Apply(editor, attribute));

        // The level has no default.
        return target.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals.Name.Identifier.ValueText: var name } argument
            ? new SyntaxEdit($"Remove '{name}'", editor => editor.ReplaceNode(
                attribute,
                (current, _) => LogEventArguments.Remove((AttributeSyntax)current, attribute.ArgumentList!.Arguments.IndexOf(argument))))
            : null;
    }
}
