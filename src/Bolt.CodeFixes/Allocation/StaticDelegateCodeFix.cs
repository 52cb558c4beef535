using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Allocation;

/// <summary>
/// Lets the compiler keep a delegate: makes the local function static, and passes a static method itself instead of <c>new Func(M)</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StaticDelegateCodeFix)), Shared]
public sealed class StaticDelegateCodeFix() : SyntaxCodeFix(RuleIds.DelegateCreation)
{
    private protected override string EquivalenceKey => "Bolt.StaticDelegate";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var creation = node as BaseObjectCreationExpressionSyntax;
        var group = creation is null ? node as ExpressionSyntax : creation.ArgumentList?.Arguments is [{ Expression: var argument }] ? argument : null;

        // Before C# 11 no method group is kept.
        if (group is null
            || group.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 }
            || model.GetSymbolInfo(group, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var functions = new List<LocalFunctionStatementSyntax>();
        if (method.MethodKind == MethodKind.LocalFunction)
            AddNotStatic(method, model, functions, cancellationToken);
        else if (creation is null || !method.IsStatic || method.ReducedFrom is not null)
            return null;

        SyntaxNode[] changed = creation is null ? [.. functions] : [.. functions, creation];
        TypeSyntax? type = null;
        var trial = Trial.Of(model, changed, (original, current) => Change(original, current, group), cancellationToken);
        if (creation is not null && !(trial is not null && CreatesTheSame(trial, creation, model)))
        {
            // A type that the place does not give is said by a cast, which the compiler keeps as well.
            type = TypeOf(creation, model);
            trial = Trial.Of(model, changed, (original, current) => Change(original, current, group, type), cancellationToken);
        }

        if (trial is null)
            return null;

        var title = functions.Count == 0 ? $"Pass '{method.Name}' itself" : $"Make '{method.Name}' static";
        return new SyntaxEdit(title, editor =>
        {
            foreach (var function in functions)
                editor.ReplaceNode(function, (current, _) => MakeStatic((LocalFunctionStatementSyntax)current));
            if (creation is not null)
                editor.ReplaceNode(creation, (current, _) => Change(creation, current, GroupIn(current), type));
        });
    }

    /// <summary>The local function and those that it calls, for a static one may call no other.</summary>
    private static void AddNotStatic(IMethodSymbol method, SemanticModel model, List<LocalFunctionStatementSyntax> functions, CancellationToken cancellationToken)
    {
        if (method.IsStatic
            || method.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellationToken) is not LocalFunctionStatementSyntax function
            || function.SyntaxTree != model.SyntaxTree
            || functions.Contains(function))
        {
            return;
        }

        functions.Add(function);
        foreach (var name in function.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (model.GetSymbolInfo(name, cancellationToken).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } called
                && called.DeclaringSyntaxReferences is [var other] && !function.Span.Contains(other.Span))
            {
                AddNotStatic(called, model, functions, cancellationToken);
            }
        }
    }

    private static bool CreatesTheSame(Trial trial, BaseObjectCreationExpressionSyntax creation, SemanticModel model) =>
        trial.Model.GetOperation(trial.Find(creation))?.Parent is IDelegateCreationOperation { Type: { } type }
        && type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == model.GetTypeInfo(creation).Type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
        && trial.CallsTheSame(creation);

    private static ExpressionSyntax GroupIn(SyntaxNode creation) => ((BaseObjectCreationExpressionSyntax)creation).ArgumentList!.Arguments[0].Expression;

    private static SyntaxNode Change(SyntaxNode original, SyntaxNode current, ExpressionSyntax group, TypeSyntax? type = null)
    {
        if (original is LocalFunctionStatementSyntax)
            return MakeStatic((LocalFunctionStatementSyntax)current);

        var bare = group.WithoutTrivia();
        ExpressionSyntax replacement = type is null ? bare : SyntaxFactory.CastExpression(type, bare);
        if (type is not null && original.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax or ConditionalAccessExpressionSyntax)
            replacement = SyntaxFactory.ParenthesizedExpression(replacement);
        return replacement.WithTriviaFrom(current);
    }

    private static TypeSyntax TypeOf(BaseObjectCreationExpressionSyntax creation, SemanticModel model) =>
        creation is ObjectCreationExpressionSyntax { Type: var written }
            ? written.WithoutTrivia()
            : SyntaxFactory.ParseTypeName(model.GetTypeInfo(creation).Type!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
                .WithAdditionalAnnotations(Simplifier.Annotation);

    private static LocalFunctionStatementSyntax MakeStatic(LocalFunctionStatementSyntax function)
    {
        if (function.Modifiers.Any(SyntaxKind.StaticKeyword))
            return function;

        var first = function.Modifiers.Count > 0 ? function.Modifiers[0] : function.ReturnType.GetFirstToken();
        var keyword = SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithLeadingTrivia(first.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.Space);
        function = function.ReplaceToken(first, first.WithLeadingTrivia());
        return function.WithModifiers(function.Modifiers.Insert(0, keyword));
    }
}
