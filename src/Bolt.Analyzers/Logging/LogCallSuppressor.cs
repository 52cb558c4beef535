using System.Collections.Immutable;
using Bolt.Analyzers.Allocation.Scope;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>
/// Silences what the SDK's analyzers say of a log call where one of Bolt's rules says it too: one cause, one diagnostic. Where Bolt's
/// rule is silent or turned off, nothing is silenced.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogCallSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_loggerMessage = new("BOLTS1848", "CA1848", "BOLT2001 reports the call, and its fix writes the log method.");
    private static readonly SuppressionDescriptor s_expensiveArgument = new("BOLTS1873", "CA1873", "BOLT2003 reports the argument, or BOLT2001 the call.");
    private static readonly SuppressionDescriptor s_variableTemplate = new("BOLTS2254", "CA2254", "BOLT2007 reports the template, or BOLT2001 the call.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(s_loggerMessage, s_expensiveArgument, s_variableTemplate);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && FindCall(diagnostic.Location, tree, context) is { } call
                && !GeneratedFile.Is(tree, context.Compilation, context.CancellationToken)
                && Find(diagnostic, call, tree, context) is { } suppression)
            {
                context.ReportSuppression(Suppression.Create(suppression, diagnostic));
            }
        }
    }

    private static SuppressionDescriptor? Find(Diagnostic diagnostic, LogCall call, SyntaxTree tree, SuppressionAnalysisContext context)
    {
        var (suppression, isSaid) = diagnostic.Id switch
        {
            "CA1848" => (s_loggerMessage, false),
            "CA1873" => (s_expensiveArgument, IsOn(QualityRules.CostlyArgument) && LogCallQualityAnalyzer.ReportsCost(call, diagnostic.Location.SourceSpan, context.CancellationToken)),
            "CA2254" => (s_variableTemplate, IsOn(QualityRules.RuntimeTemplate) && RuntimeTemplate.Describe(call) is not null),
            _ => (null, false),
        };
        return isSaid || ConvertibleCallAnalyzer.Reports(call, context.Options, context.Compilation, context.CancellationToken) ? suppression : null;

        bool IsOn(DiagnosticDescriptor rule) => RuleSeverity.IsOn(rule, context.Options, context.Compilation, tree, context.CancellationToken);
    }

    /// <summary>The log call that a place is, or is an argument of.</summary>
    private static LogCall? FindCall(Location location, SyntaxTree tree, SuppressionAnalysisContext context)
    {
        SemanticModel? model = null;
        for (var node = tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true); node is not (null or StatementSyntax or MemberDeclarationSyntax); node = node.Parent)
        {
            if (node is not InvocationExpressionSyntax)
                continue;

            model ??= context.GetSemanticModel(tree);
            if (model.GetOperation(node, context.CancellationToken) is IInvocationOperation invocation && LogCall.TryCreate(invocation) is { } call)
                return call;
        }

        return null;
    }
}
