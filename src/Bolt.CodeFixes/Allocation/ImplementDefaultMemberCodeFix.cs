using System.Composition;
using Bolt.Analyzers;
using Bolt.Analyzers.Allocation;
using Bolt.CodeFixes.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>
/// Copies a default interface member into the struct that lacks it, where it means the same there. The interface runs it on a copy, so
/// it must change nothing of the struct.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ImplementDefaultMemberCodeFix)), Shared]
public sealed class ImplementDefaultMemberCodeFix() : DeclarationCodeFix(RuleIds.DefaultInterfaceMember)
{
    private protected override string EquivalenceKey => "Bolt.ImplementDefaultMember";

    private protected override SyntaxNode? Find(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        DeclaredMember.Symbol(diagnostic, model)?.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<StructDeclarationSyntax>().FirstOrDefault();

    private protected override DeclarationEdit? Plan(SyntaxNode declaration, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var type = (StructDeclarationSyntax)declaration;
        if (!diagnostic.Properties.TryGetValue(AllocationProperties.Member, out var id) || id is null
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(id, model.Compilation) is not { ContainingType: { IsGenericType: false } @interface } member
            || !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, model.Compilation.Assembly)
            || member.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellationToken) is not MemberDeclarationSyntax original
            || model.GetDeclaredSymbol(type, cancellationToken) is not { } symbol
            || Copy(original, @interface, StructMembers.ReadOnly(symbol)) is not { } text)
        {
            return null;
        }

        var newLine = BoltNames.NewLine((CompilationUnitSyntax)declaration.SyntaxTree.GetRoot(cancellationToken));
        return Trial.Of(model, type, StructMembers.Add(type, newLine, text), cancellationToken) is { } trial
            && MeansTheSame(original, model.Compilation.GetSemanticModel(original.SyntaxTree), ((StructDeclarationSyntax)trial.Find(type)).Members.Last(), trial.Model, @interface, cancellationToken)
                ? new DeclarationEdit($"Implement '{@interface.Name}.{member.Name}' in '{symbol.Name}'", current => StructMembers.Add((StructDeclarationSyntax)current, newLine, text))
                : null;
    }

    /// <summary>The member's text as an explicit implementation; null if it has no whole body or would not stay the same text.</summary>
    private static string? Copy(MemberDeclarationSyntax original, INamedTypeSymbol @interface, string readOnly)
    {
        var (type, identifier, isWhole) = original switch
        {
            MethodDeclarationSyntax method => (method.ReturnType, method.Identifier, method.Body is not null || method.ExpressionBody is not null),
            PropertyDeclarationSyntax property => (property.Type, property.Identifier, property.ExpressionBody is not null || property.AccessorList!.Accessors.All(static accessor => accessor.Body is not null || accessor.ExpressionBody is not null)),
            _ => (null, default, false),
        };
        if (type is null || !isWhole || original.DescendantTokens().Any(static token => token.Text.IndexOf('\n') >= 0))
            return null;

        var kept = string.Concat(original.Modifiers.Where(static modifier => modifier.Kind() is SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword).Select(static modifier => modifier.Text + " "));
        var rest = original.SyntaxTree.GetText().ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(identifier.SpanStart, original.Span.End)).Replace("\r\n", "\n");
        var indentation = original.GetLeadingTrivia().LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";
        return readOnly + kept + type.WithoutTrivia() + " " + @interface.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + rest.Replace("\n" + indentation, "\n");
    }

    private static bool MeansTheSame(
        MemberDeclarationSyntax original,
        SemanticModel model,
        MemberDeclarationSyntax copy,
        SemanticModel copyModel,
        INamedTypeSymbol @interface,
        CancellationToken cancellationToken)
    {
        if (original.DescendantNodes().Any(static node => node is BaseExpressionSyntax or ThisExpressionSyntax { Parent: not MemberAccessExpressionSyntax }))
            return false;

        var type = copyModel.GetDeclaredSymbol(copy, cancellationToken)!.ContainingType;
        var names = Names(original);
        var copied = Names(copy);
        if (names.Count != copied.Count)
            return false;

        for (var index = 0; index < names.Count; index++)
        {
            var (before, after) = (model.GetSymbolInfo(names[index], cancellationToken).Symbol, copyModel.GetSymbolInfo(copied[index], cancellationToken).Symbol);
            var isOfInterface = before is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } or IEventSymbol
                && before is { IsStatic: false, ContainingType: { TypeKind: TypeKind.Interface } container }
                && names[index].Parent is not MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax }
                && (SymbolEqualityComparer.Default.Equals(container, @interface) || @interface.AllInterfaces.Contains(container, SymbolEqualityComparer.Default));
            if (isOfInterface ? !Implements(type, before!, after) : before?.Kind != after?.Kind || before?.ToDisplayString() != after?.ToDisplayString())
                return false;
        }

        return true;
    }

    private static bool Implements(INamedTypeSymbol type, ISymbol ofInterface, ISymbol? found)
    {
        var implementation = type.AllInterfaces
            .SelectMany(@interface => @interface.GetMembers(ofInterface.Name))
            .Where(member => member.ToDisplayString() == ofInterface.ToDisplayString())
            .Select(type.FindImplementationForInterfaceMember)
            .FirstOrDefault();
        return SymbolEqualityComparer.Default.Equals(implementation, found)
            && found is IMethodSymbol { IsReadOnly: true } or IPropertySymbol { GetMethod: not { IsReadOnly: false } };
    }

    private static List<SimpleNameSyntax> Names(MemberDeclarationSyntax member) =>
        [.. member.ChildNodes().Where(static node => node is not (AttributeListSyntax or ExplicitInterfaceSpecifierSyntax)).SelectMany(static node => node.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>()];
}
