using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Removes an [AllowAllocation] that excuses nothing or says no reason, and a contract that cannot be checked.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveContractCodeFix)), Shared]
public sealed class RemoveContractCodeFix() : SyntaxCodeFix(RuleIds.NeedlessAllowAllocation, RuleIds.InvalidContract)
{
    private protected override string EquivalenceKey => "Bolt.RemoveContract";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            return null;

        var info = model.GetSymbolInfo(attribute, cancellationToken);
        var type = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.ContainingType;
        return type is null
            ? null
            : new SyntaxEdit($"Remove [{type.Name.Substring(0, type.Name.Length - nameof(Attribute).Length)}]", editor => AttributeRemoval.Apply(editor, attribute));
    }
}
