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

    private protected override UsageEdit? Plan(UsageTarget target)
    {
        if (target.Method is not { } method || target.Model.GetDeclaredSymbol(method) is not { } symbol)
            return null;

        if (symbol.PartialDefinitionPart is null && symbol.PartialImplementationPart is null)
            return new UsageEdit("Remove the body", editor => PartialDeclaration.Make(editor, method));

        // The part with the body may be in another file; a fix that would have to leave this one is not offered.
        var part = symbol.PartialImplementationPart ?? symbol;
        var declaration = part.DeclaringSyntaxReferences
            .Where(reference => reference.SyntaxTree == target.Root.SyntaxTree)
            .Select(reference => target.Root.FindNode(reference.Span))
            .OfType<MethodDeclarationSyntax>()
            .FirstOrDefault();
        return declaration is null
            ? null
            : new UsageEdit("Remove the declaration that has the body", editor => editor.RemoveNode(declaration, SyntaxRemoveOptions.KeepNoTrivia));
    }
}
