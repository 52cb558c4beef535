using System.Composition;
using Bolt.Analyzers;
using Bolt.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Logging;

/// <summary>Puts a log call inside <c>if (logger.IsEnabled(level))</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckLevelCodeFix)), Shared]
public sealed class CheckLevelCodeFix() : LogCallCodeFix(RuleIds.CostlyArgument)
{
    private protected override string EquivalenceKey => "Bolt.CheckLevel";

    private protected override string Title => "Check that the level is on";

    private protected override SyntaxEdit? Plan(LogCall call, SemanticModel model, CancellationToken cancellationToken)
    {
        var expression = (ExpressionSyntax)call.Invocation.Syntax;
        var isConditional = false;
        if (expression.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == expression)
        {
            expression = access;
            isConditional = true;
        }

        // What an argument does to variables must be done even when the level is off.
        if (ChangesVariables(expression) || Condition(call, expression, isConditional, model, cancellationToken) is not { } condition)
            return null;

        switch (expression.Parent)
        {
            case ExpressionStatementSyntax statement:
                return Replace(statement, current => Guarded((ExpressionStatementSyntax)current, condition, isAlone: statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)));
            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow:
                return Replace(arrow.Parent!, current => WithBlock(current, condition));
            default:
                return null;
        }
    }

    private static bool ChangesVariables(ExpressionSyntax call)
    {
        foreach (var node in call.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax))
        {
            if (node is AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } or DeclarationExpressionSyntax or DeclarationPatternSyntax or RecursivePatternSyntax { Designation: not null } or VarPatternSyntax
                || node.IsKind(SyntaxKind.PreIncrementExpression) || node.IsKind(SyntaxKind.PreDecrementExpression)
                || node.IsKind(SyntaxKind.PostIncrementExpression) || node.IsKind(SyntaxKind.PostDecrementExpression))
            {
                return true;
            }
        }

        return false;
    }

    // --- the condition ---

    private static ExpressionSyntax? Condition(LogCall call, ExpressionSyntax expression, bool isConditional, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Level(call) is not { } level)
            return null;

        string logger;
        if (isConditional)
        {
            var receiver = ((ConditionalAccessExpressionSyntax)expression).Expression;
            if (!IsSteady(receiver))
                return null;

            return WithSimplifier(SyntaxFactory.ParseExpression(receiver.WithoutTrivia() + "?.IsEnabled(" + level + ") == true"));
        }

        switch (call.Logger?.Syntax)
        {
            case ExpressionSyntax written when IsSteady(written) && written is not BaseExpressionSyntax:
                logger = written.WithoutTrivia().ToString();
                break;
            case null when call.Kind == LogCallKind.Serilog && call.Invocation.Instance is null:
                logger = "global::Serilog.Log";
                break;
            case null when call.Kind != LogCallKind.Serilog && OwnLogger(call, model, cancellationToken) is { } own:
                logger = own;
                break;
            default:
                return null;
        }

        return WithSimplifier(SyntaxFactory.ParseExpression(logger + ".IsEnabled(" + level + ")"));
    }

    private static ExpressionSyntax WithSimplifier(ExpressionSyntax node) =>
        node.ReplaceNodes(
            node.DescendantNodesAndSelf().Where(static n => n is MemberAccessExpressionSyntax),
            static (_, current) => current.WithAdditionalAnnotations(Simplifier.Annotation));

    private static string? Level(LogCall call)
    {
        if (call.LevelValue?.Syntax is ExpressionSyntax written)
            return IsSteady(written) ? written.WithoutTrivia().ToString() : null;

        if (call.Level is not (>= 0 and <= 5 and var level))
            return null;

        return call.Kind == LogCallKind.Serilog
            ? "global::Serilog.Events.LogEventLevel." + LogCall.SerilogLevels[level]
            : "global::Microsoft.Extensions.Logging.LogLevel." + LogCall.Levels[level];
    }

    /// <summary>The logger that a log method finds in its own object, where the call is in that object too.</summary>
    private static string? OwnLogger(LogCall call, SemanticModel model, CancellationToken cancellationToken)
    {
        var method = call.Invocation.TargetMethod;
        if (call.Invocation.Syntax is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } }
            || model.GetEnclosingSymbol(call.Invocation.Syntax.SpanStart, cancellationToken)?.ContainingType is not { } here
            || !SymbolEqualityComparer.Default.Equals(here.OriginalDefinition, method.ContainingType.OriginalDefinition))
        {
            return null;
        }

        return call.FindOwnLogger();
    }

    // --- the change ---

    private static StatementSyntax Guarded(ExpressionStatementSyntax statement, ExpressionSyntax condition, bool isAlone)
    {
        StatementSyntax guarded = SyntaxFactory.IfStatement(condition, SyntaxFactory.Block(statement.WithoutLeadingTrivia().WithTrailingTrivia(SyntaxFactory.ElasticMarker)));

        // An 'else' that follows must stay with its own 'if'.
        if (isAlone)
            guarded = SyntaxFactory.Block(guarded);

        return guarded.WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static SyntaxNode WithBlock(SyntaxNode declaration, ExpressionSyntax condition)
    {
        switch (declaration)
        {
            case MethodDeclarationSyntax { ExpressionBody: { } arrow } method:
                return method.WithExpressionBody(null).WithSemicolonToken(default)
                    .WithParameterList(method.ParameterList.WithTrailingTrivia(SyntaxFactory.ElasticMarker))
                    .WithBody(Block(arrow, condition).WithTrailingTrivia(method.GetTrailingTrivia()))
                    .WithAdditionalAnnotations(Formatter.Annotation);
            case LocalFunctionStatementSyntax { ExpressionBody: { } arrow } function:
                return function.WithExpressionBody(null).WithSemicolonToken(default)
                    .WithParameterList(function.ParameterList.WithTrailingTrivia(SyntaxFactory.ElasticMarker))
                    .WithBody(Block(arrow, condition).WithTrailingTrivia(function.GetTrailingTrivia()))
                    .WithAdditionalAnnotations(Formatter.Annotation);
            default:
                return declaration;
        }
    }

    private static BlockSyntax Block(ArrowExpressionClauseSyntax arrow, ExpressionSyntax condition) =>
        SyntaxFactory.Block(SyntaxFactory.IfStatement(condition, SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(arrow.Expression.WithoutTrivia()))));
}
