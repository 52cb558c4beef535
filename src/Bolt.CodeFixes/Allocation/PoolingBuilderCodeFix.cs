using System.Composition;
using Bolt.Analyzers;
using Bolt.CodeFixes.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Allocation;

/// <summary>
/// Lets an async method take its state from a pool. A method that returns a Task is changed to return a ValueTask where it is private
/// and all that is ever done with its tasks is to await them.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PoolingBuilderCodeFix)), Shared]
public sealed class PoolingBuilderCodeFix() : SyntaxCodeFix(RuleIds.AsyncMethod)
{
    private const string Space = "System.Runtime.CompilerServices";

    private protected override string EquivalenceKey => "Bolt.PoolingBuilder";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not (MethodDeclarationSyntax or LocalFunctionStatementSyntax)
            || ((CSharpParseOptions)node.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp10
            || model.GetDeclaredSymbol(node, cancellationToken) is not IMethodSymbol { IsPartialDefinition: false, PartialDefinitionPart: null, ReturnType: INamedTypeSymbol { ContainingNamespace: var space, Name: "Task" or "ValueTask" } returned } method
            || space.ToDisplayString() != "System.Threading.Tasks"
            || model.Compilation.GetTypeByMetadataName(Space + ".PoolingAsyncValueTaskMethodBuilder") is null
            || method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "AsyncMethodBuilderAttribute"))
        {
            return null;
        }

        var awaits = new List<AwaitExpressionSyntax>();
        if (returned.Name == "Task" && !AreAllAwaited(method, model, awaits, cancellationToken))
            return null;

        var newLine = BoltNames.NewLine((CompilationUnitSyntax)node.SyntaxTree.GetRoot(cancellationToken));
        var isTask = returned.Name == "Task";
        var attribute = Attribute(model, node.SpanStart, returned.IsGenericType);
        var trial = Trial.Of(model, [node, .. awaits], (original, current) => original == node ? Change(current, isTask, attribute, newLine) : current, cancellationToken);
        return trial is null
            ? null
            : new SyntaxEdit(isTask ? "Return a pooled ValueTask" : "Pool the method's state", editor => editor.ReplaceNode(node, (current, _) => Change(current, isTask, attribute, newLine)));
    }

    private static SyntaxNode Change(SyntaxNode declaration, bool isTask, AttributeSyntax attribute, string newLine)
    {
        if (isTask)
        {
            declaration = declaration switch
            {
                MethodDeclarationSyntax method => method.WithReturnType(ValueTask(method.ReturnType)),
                LocalFunctionStatementSyntax function => function.WithReturnType(ValueTask(function.ReturnType)),
                _ => declaration,
            };
        }

        return AttributeAddition.To(declaration, attribute, newLine);
    }

    /// <summary>The attribute with the names that its place has for it: the clean-up of a fix shortens none in the attributes of a local function.</summary>
    private static AttributeSyntax Attribute(SemanticModel model, int position, bool isGeneric)
    {
        var isUsed = model.LookupNamespacesAndTypes(position, name: "AsyncMethodBuilderAttribute") is [_]
            && model.LookupNamespacesAndTypes(position, name: "AsyncMethodBuilder").IsEmpty
            && model.LookupNamespacesAndTypes(position, name: "PoolingAsyncValueTaskMethodBuilder") is [{ ContainingNamespace: var first }, ..] && first.ToDisplayString() == Space;
        var prefix = isUsed ? "" : "global::" + Space + ".";
        return SyntaxFactory.Attribute(
            SyntaxFactory.ParseName(prefix + "AsyncMethodBuilder"),
            SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(
                SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression($"typeof({prefix}PoolingAsyncValueTaskMethodBuilder{(isGeneric ? "<>" : "")})")))))
            .WithAdditionalAnnotations(Simplifier.Annotation);
    }

    private static TypeSyntax ValueTask(TypeSyntax task)
    {
        var name = task.DescendantNodesAndSelf(static node => node is not TypeArgumentListSyntax).OfType<SimpleNameSyntax>().Last();
        var arguments = name is GenericNameSyntax generic ? generic.TypeArgumentList.ToString() : "";
        return SyntaxFactory.ParseTypeName("global::System.Threading.Tasks.ValueTask" + arguments).WithTriviaFrom(task).WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>Whether every use of a method that only this file can see is a call that is awaited on the spot.</summary>
    private static bool AreAllAwaited(IMethodSymbol method, SemanticModel model, List<AwaitExpressionSyntax> awaits, CancellationToken cancellationToken)
    {
        if (method is not ({ MethodKind: MethodKind.LocalFunction } or { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private, ExplicitInterfaceImplementations.IsEmpty: true })
            || method.ContainingType.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree != model.SyntaxTree))
        {
            return false;
        }

        foreach (var name in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes(descendIntoTrivia: false).OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText != method.Name)
                continue;

            var info = model.GetSymbolInfo(name, cancellationToken);
            if (!SymbolEqualityComparer.Default.Equals(info.Symbol?.OriginalDefinition, method) && !info.CandidateSymbols.Contains(method, SymbolEqualityComparer.Default))
                continue;

            var called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (ExpressionSyntax)access : name;
            if (called.Parent is not InvocationExpressionSyntax call || call.Expression != called)
                return false;

            ExpressionSyntax task = call;
            if (call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax }] } configured })
                task = configured;
            if (Expressions.WithParentheses(task).Parent is not AwaitExpressionSyntax awaited)
                return false;

            awaits.Add(awaited);
        }

        return true;
    }
}
