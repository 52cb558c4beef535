using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Keeps the delegate for a method of the object itself in a field that is filled at the first use.</summary>
/// <remarks>
/// Not in a constructor, which would fill the field anew for each object, nor in a record, whose equality would count the
/// field, nor in a class that is copied by
/// MemberwiseClone: the copy's delegate would be for a method of the original.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepDelegateCodeFix)), Shared]
public sealed class KeepDelegateCodeFix() : SyntaxCodeFix(RuleIds.DelegateCreation)
{
    private protected override string EquivalenceKey => "Bolt.KeepDelegate";

    private protected override bool BeginsWithTheLast => false;

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var group = node is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var argument }] } ? argument : node as ExpressionSyntax;
        if (group is null
            || model.GetOperation(group, cancellationToken) is not IMethodReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, Method: var method } reference
            || group is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax }
            || reference.Parent is not IDelegateCreationOperation { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } type }
            || !HasSignature(method, invoke)
            || node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax
            || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ClassDeclarationSyntax declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } container
            || !CanHaveField(container, method, cancellationToken)
            || Expressions.LosesTrivia(node, group))
        {
            return null;
        }

        // One name for one method and type of delegate, so that every place finds the same field.
        var name = "_" + char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1) + (type.Name is "Func" or "Action" ? "" : type.Name);
        if (model.LookupSymbols(node.SpanStart, name: name) is not [] and var found && !(found is [IFieldSymbol there] && IsFieldOf(there, container, method, type, cancellationToken)))
            return null;

        var field = Field(name, type, (model.GetNullableContext(node.SpanStart) & NullableContext.AnnotationsEnabled) != 0);
        return Trial.Of(model, [node, declaration], Change, cancellationToken) is { } trial && trial.CallsTheSame(node)
            ? new SyntaxEdit($"Keep the delegate in '{name}'", editor =>
            {
                editor.ReplaceNode(node, (current, _) => Change(node, current));
                editor.ReplaceNode(declaration, (current, _) => Change(declaration, current));
            })
            { Once = node }
            : null;

        SyntaxNode Change(SyntaxNode original, SyntaxNode current)
        {
            if (original == declaration)
                return WithField((ClassDeclarationSyntax)current, field, name);

            ExpressionSyntax kept = SyntaxFactory.AssignmentExpression(
                SyntaxKind.CoalesceAssignmentExpression,
                SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.QuestionQuestionEqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                group.WithoutTrivia());
            if (original.Parent is not (ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or AssignmentExpressionSyntax or ParenthesizedExpressionSyntax))
                kept = SyntaxFactory.ParenthesizedExpression(kept);
            return kept.WithTriviaFrom(current);
        }
    }

    private static bool HasSignature(IMethodSymbol method, IMethodSymbol invoke) =>
        !method.IsGenericMethod
        && method.Parameters.Length == invoke.Parameters.Length
        && SymbolEqualityComparer.Default.Equals(method.ReturnType, invoke.ReturnType)
        && method.Parameters.Zip(invoke.Parameters, static (mine, its) => mine.RefKind == its.RefKind && SymbolEqualityComparer.Default.Equals(mine.Type, its.Type)).All(static same => same);

    private static bool CanHaveField(INamedTypeSymbol container, IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (container.IsRecord || container.AllInterfaces.Any(static contract => contract.Name == "ICloneable")
            || container.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "StructLayoutAttribute" or "SerializableAttribute"))
        {
            return false;
        }

        var overloads = 0;
        for (var type = container; type is not null; type = type.BaseType)
        {
            overloads += type.GetMembers(method.Name).OfType<IMethodSymbol>().Count(static member => !member.IsOverride);
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken).DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == nameof(MemberwiseClone)))
                    return false;
            }
        }

        return overloads == 1;
    }

    /// <summary>Whether a field was made by this fix: nothing but the delegate for the method is ever put into it.</summary>
    private static bool IsFieldOf(IFieldSymbol field, INamedTypeSymbol container, IMethodSymbol method, INamedTypeSymbol type, CancellationToken cancellationToken) =>
        field is { IsStatic: false, DeclaredAccessibility: Accessibility.Private, DeclaringSyntaxReferences: [var declared] }
        && declared.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer: null }
        && SymbolEqualityComparer.Default.Equals(field.ContainingType, container)
        && SymbolEqualityComparer.Default.Equals(field.Type, type)
        && container.DeclaringSyntaxReferences.All(part => part.GetSyntax(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>().All(use =>
            use.Identifier.ValueText != field.Name
            || (use.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment && assignment.Left == use
                && assignment.Right is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
                && assignment.Right.GetLastToken().ValueText == method.Name)));

    private static FieldDeclarationSyntax Field(string name, INamedTypeSymbol type, bool isNullable)
    {
        var typeName = SyntaxFactory.ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)))
            .WithAdditionalAnnotations(Simplifier.Annotation);
        if (isNullable)
            typeName = SyntaxFactory.NullableType(typeName);
        return SyntaxFactory.FieldDeclaration(SyntaxFactory.VariableDeclaration(typeName.WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(name))))
            .WithModifiers(SyntaxFactory.TokenList(SyntaxFactory.Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
    }

    /// <summary>The class with the field after the others, or at its top.</summary>
    private static ClassDeclarationSyntax WithField(ClassDeclarationSyntax declaration, FieldDeclarationSyntax field, string name)
    {
        if (declaration.Members.OfType<FieldDeclarationSyntax>().Any(member => member.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name)))
            return declaration;

        var last = -1;
        for (var index = 0; index < declaration.Members.Count; index++)
        {
            if (declaration.Members[index] is FieldDeclarationSyntax)
                last = index;
        }

        var newLine = declaration.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found : SyntaxFactory.LineFeed;
        var indentation = declaration.Members[Math.Max(last, 0)].GetLeadingTrivia().LastOrDefault() is var space && space.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(space) : default;
        if (last < 0)
            return declaration.WithMembers(declaration.Members.Insert(0, field.WithLeadingTrivia(indentation).WithTrailingTrivia(SyntaxFactory.TriviaList(newLine, newLine))));

        // A blank line after the last field comes after the new one.
        var before = declaration.Members[last];
        var trailing = before.GetTrailingTrivia();
        var end = trailing.IndexOf(SyntaxKind.EndOfLineTrivia) + 1;
        var members = declaration.Members.Replace(before, before.WithTrailingTrivia(trailing.Take(end)));
        return declaration.WithMembers(members.Insert(last + 1, field.WithLeadingTrivia(indentation).WithTrailingTrivia(trailing.Skip(end).Prepend(newLine))));
    }
}
