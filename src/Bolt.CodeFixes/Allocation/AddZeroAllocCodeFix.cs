using System.Composition;
using Bolt.Analyzers;
using Bolt.Analyzers.Allocation;
using Bolt.CodeFixes.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Marks what hot code calls [ZeroAlloc], so that it is held to it in its own place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddZeroAllocCodeFix)), Shared]
public sealed class AddZeroAllocCodeFix() : DeclarationCodeFix(RuleIds.AllocatingMember, RuleIds.UnknownMember, RuleIds.EscapedContract)
{
    private protected override string EquivalenceKey => "Bolt.AddZeroAlloc";

    private protected override SyntaxNode? Find(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        DeclaredMember.Syntax(DeclaredMember.Symbol(diagnostic, model), cancellationToken);

    private protected override DeclarationEdit? Plan(SyntaxNode declaration, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // A member with an exception of its own loses that, and is under the contract it inherits.
        var symbol = model.GetDeclaredSymbol(declaration, cancellationToken);
        foreach (var attribute in symbol?.GetAttributes() ?? [])
        {
            if (attribute.AttributeClass is { } type && WellKnownNames.Of(type) == WellKnownNames.AllowAllocationAttribute
                && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax allowed)
            {
                return diagnostic.Id == RuleIds.EscapedContract && allowed.Parent?.Parent == declaration && declaration.Span.Contains(diagnostic.Location.SourceSpan) && declaration.SyntaxTree == diagnostic.Location.SourceTree
                    ? new DeclarationEdit("Remove [AllowAllocation]", current => AttributeRemoval.From(current, declaration, allowed))
                    : null;
            }
        }

        var name = AttributeAddition.Name(model, declaration.SpanStart, WellKnownNames.ZeroAllocAttribute);
        var newLine = BoltNames.NewLine((CompilationUnitSyntax)declaration.SyntaxTree.GetRoot(cancellationToken));
        return symbol is null || Trial.Of(model, declaration, AttributeAddition.To(declaration, name, newLine), cancellationToken) is null
            ? null
            : new DeclarationEdit($"Mark '{symbol.Name}' as [ZeroAlloc]", current => AttributeAddition.To(current, name, newLine));
    }
}
