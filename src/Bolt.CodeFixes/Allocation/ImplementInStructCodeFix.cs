using System.Composition;
using Bolt.Analyzers;
using Bolt.Analyzers.Allocation;
using Bolt.CodeFixes.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Gives a struct the member whose inherited form boxes it, doing what that did.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ImplementInStructCodeFix)), Shared]
public sealed class ImplementInStructCodeFix() : DeclarationCodeFix(RuleIds.BoxingReceiver, RuleIds.DefaultComparer)
{
    private protected override string EquivalenceKey => "Bolt.ImplementInStruct";

    private protected override SyntaxNode? Find(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        DeclaredMember.Symbol(diagnostic, model)?.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<StructDeclarationSyntax>().FirstOrDefault();

    private protected override DeclarationEdit? Plan(SyntaxNode declaration, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var type = (StructDeclarationSyntax)declaration;
        var newLine = BoltNames.NewLine((CompilationUnitSyntax)declaration.SyntaxTree.GetRoot(cancellationToken));
        diagnostic.Properties.TryGetValue(AllocationProperties.Member, out var member);
        if (member == WellKnownMemberNames.ObjectToString)
            return PlanToString(type, model, newLine, cancellationToken);

        var change = StructEquality.Plan(type, model, newLine, member == WellKnownMemberNames.ObjectGetHashCode, cancellationToken);
        return change is null || Trial.Of(model, declaration, change(type), cancellationToken) is null
            ? null
            : new DeclarationEdit($"Implement IEquatable in '{type.Identifier.ValueText}'", current => change((StructDeclarationSyntax)current));
    }

    private static DeclarationEdit? PlanToString(StructDeclarationSyntax declaration, SemanticModel model, string newLine, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type || FullName(type) is not { } name)
            return null;

        var text = $"public override {StructMembers.ReadOnly(type)}string ToString() => {SymbolDisplay.FormatLiteral(name, quote: true)};";
        return Trial.Of(model, declaration, StructMembers.Add(declaration, newLine, text), cancellationToken) is null
            ? null
            : new DeclarationEdit($"Implement ToString in '{type.Name}'", current => StructMembers.Add((StructDeclarationSyntax)current, newLine, text));
    }

    /// <summary>What the inherited ToString says; null for a generic type, whose name depends on its arguments.</summary>
    private static string? FullName(INamedTypeSymbol type) =>
        type.IsGenericType || type.IsFileLocal ? null
        : type.ContainingType is { } outer ? FullName(outer) is { } name ? name + "+" + type.MetadataName : null
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;
}
