using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>Removes the body of a log method; where a second declaration has it, that declaration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveBodyCodeFix)), Shared]
public sealed class RemoveBodyCodeFix() : UsageCodeFix(RuleIds.HasBody)
{
    private protected override string EquivalenceKey => "Bolt.RemoveBody";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (target.Method is not { } method || !PartialDeclaration.IsPossible(method) || target.Model.GetDeclaredSymbol(method) is not { } symbol)
            return null;

        if (symbol.PartialDefinitionPart is null && symbol.PartialImplementationPart is null)
            return new SyntaxEdit("Remove the body", editor => PartialDeclaration.Make(editor, method));

        // Not offered where the part with the body is in another file, or is the one that has the attribute.
        var declaration = symbol.PartialImplementationPart?.DeclaringSyntaxReferences
            .Where(reference => reference.SyntaxTree == target.Node.SyntaxTree)
            .Select(reference => reference.GetSyntax())
            .OfType<MethodDeclarationSyntax>()
            .FirstOrDefault();
        return declaration is null
            ? null
            : new SyntaxEdit("Remove the declaration that has the body", editor => editor.RemoveNode(declaration, SyntaxRemoveOptions.KeepUnbalancedDirectives));
    }
}
