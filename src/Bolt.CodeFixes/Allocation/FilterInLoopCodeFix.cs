using System.Composition;
using Bolt.Analyzers;
using Bolt.CodeFixes.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Tests inside a loop what <c>Where</c> tests before it: the elements come one by one either way.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FilterInLoopCodeFix)), Shared]
public sealed class FilterInLoopCodeFix() : SyntaxCodeFix(RuleIds.Linq)
{
    private const string Step = "    ";

    private protected override string EquivalenceKey => "Bolt.FilterInLoop";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (LinqCall.At(node, model, cancellationToken) is not { Name: "Where", Arguments: [{ NameColon: null, Expression: LambdaExpressionSyntax { ExpressionBody: { } test } lambda }] } where
            || where.Call.Parent is not ForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.None } loop
            || Parameter(lambda) is not { } parameter
            || lambda.Modifiers.Any(SyntaxKind.AsyncKeyword)
            || lambda.AttributeLists.Count > 0
            || !Expressions.IsNotNull(where.Source, model, cancellationToken)
            || Expressions.LosesTrivia(where.Call, where.Source, test)
            || model.GetDeclaredSymbol(parameter, cancellationToken) is not { } element
            || model.GetDeclaredSymbol(loop, cancellationToken) is not { } variable
            || !SymbolEqualityComparer.Default.Equals(element.Type, variable.Type))
        {
            return null;
        }

        var uses = test.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == element.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, element))
            .ToList();

        // A field of the same name as the loop's variable would be taken for it.
        if (test.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == loop.Identifier.ValueText && !uses.Contains(name)))
            return null;

        // What the loop itself captures or declares in its test would be seen in its body.
        if (test.DescendantNodesAndSelf().Any(static inner => inner is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or DeclarationExpressionSyntax or SingleVariableDesignationSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax }
            or ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression }))
        {
            return null;
        }

        // The lines of a text that goes over several are not to be indented.
        if (loop.Statement is not BlockSyntax && loop.Statement.DescendantTokens().Any(static token => token.Text.IndexOf('\n') >= 0))
            return null;

        // A struct's own member may change it, and the loop's variable cannot be changed.
        if (element.Type is { IsValueType: true, IsReadOnly: false, SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum } or { TypeKind: TypeKind.TypeParameter, IsReferenceType: false })
            return null;

        var condition = test.ReplaceNodes(uses, (_, current) => SyntaxFactory.IdentifierName(loop.Identifier.WithoutTrivia()).WithTriviaFrom(current)).WithoutTrivia();
        var newLine = BoltNames.NewLine((CompilationUnitSyntax)loop.SyntaxTree.GetRoot(cancellationToken));
        var trial = Trial.Of(model, loop, Change(loop, condition, newLine), cancellationToken);
        return trial is not null
            && trial.Model.GetForEachStatementInfo((ForEachStatementSyntax)trial.Find(loop)) is { ElementType: { } now } info
            && now.ToDisplayString() == element.Type.ToDisplayString()
            && (model.GetTypeInfo(where.Source, cancellationToken).Type is IArrayTypeSymbol || (info.GetEnumeratorMethod is { ReturnType.IsValueType: true } enumerator && IsOfFramework(enumerator.ContainingType)))
                ? new SyntaxEdit("Test inside the loop", editor => editor.ReplaceNode(loop, (current, _) => Change((ForEachStatementSyntax)current, condition, newLine)))
                : null;
    }

    /// <summary>Whether a collection's own enumerator is known to be the one that LINQ asks for.</summary>
    private static bool IsOfFramework(INamedTypeSymbol collection) => (collection.ContainingNamespace.ToDisplayString() + ".").StartsWith("System.Collections.", StringComparison.Ordinal);

    private static ParameterSyntax? Parameter(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax { Parameter: var parameter } => parameter,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [{ Modifiers.Count: 0 } parameter] } => parameter,
        _ => null,
    };

    private static ForEachStatementSyntax Change(ForEachStatementSyntax loop, ExpressionSyntax condition, string newLine)
    {
        var where = (InvocationExpressionSyntax)loop.Expression;
        var source = ((MemberAccessExpressionSyntax)where.Expression).Expression;
        var changed = loop.WithExpression(source.WithTrailingTrivia().WithTrailingTrivia(where.GetTrailingTrivia()));
        var indentation = loop.GetLeadingTrivia().LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";
        var inner = indentation + Step;
        if (loop.Statement is BlockSyntax block)
        {
            var guard = SyntaxFactory.ParseStatement($"{inner}if (!({condition})){newLine}{inner}{Step}continue;{newLine}");
            if (block.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            {
                var statements = block.Statements;
                if (statements.Count > 0)
                    statements = statements.Replace(statements[0], statements[0].WithLeadingTrivia(statements[0].GetLeadingTrivia().Insert(0, SyntaxFactory.EndOfLine(newLine))));
                return changed.WithStatement(block.WithStatements(statements.Insert(0, guard)));
            }

            // A body on one line stays there.
            guard = SyntaxFactory.ParseStatement($"if (!({condition})) continue; ");
            return changed.WithStatement(block.WithStatements(block.Statements.Insert(0, guard)));
        }

        var body = loop.Statement;
        var text = $"{indentation}{{{newLine}{inner}if ({condition}){newLine}{inner}{Step}{body.WithoutTrivia().ToFullString().Replace("\n", "\n" + Step)}";
        return changed.WithStatement(SyntaxFactory.ParseStatement(text + body.GetTrailingTrivia().ToFullString().TrimEnd() + newLine + indentation + "}" + newLine))
            .WithCloseParenToken(EndsLine(loop.CloseParenToken, newLine));
    }

    private static SyntaxToken EndsLine(SyntaxToken token, string newLine) =>
        token.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? token : token.WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine));
}
