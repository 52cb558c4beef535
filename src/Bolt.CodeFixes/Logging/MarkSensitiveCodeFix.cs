using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Logging;

/// <summary>Marks a parameter, or the member of the object that a parameter logs, [Sensitive].</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkSensitiveCodeFix)), Shared]
public sealed class MarkSensitiveCodeFix() : DeclarationCodeFix(RuleIds.UnmarkedSecret)
{
    private protected override string EquivalenceKey => "Bolt.MarkSensitive";

    private protected override SyntaxNode? Find(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // A member that another assembly declares cannot be marked here.
        if (diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } location, ..])
            return null;

        var declaration = tree.GetRoot(cancellationToken).FindNode(location.SourceSpan)
            .FirstAncestorOrSelf<SyntaxNode>(static node => node is ParameterSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax);
        return declaration is FieldDeclarationSyntax { Declaration.Variables.Count: > 1 } ? null : declaration;
    }

    private protected override DeclarationEdit? Plan(SyntaxNode declaration, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var name = AttributeAddition.Name(model, declaration.SpanStart, WellKnownNames.SensitiveAttribute);
        var newLine = BoltNames.NewLine((CompilationUnitSyntax)declaration.SyntaxTree.GetRoot(cancellationToken));
        return new DeclarationEdit("Mark as [Sensitive]", current => AttributeAddition.To(current, name, newLine));
    }
}
