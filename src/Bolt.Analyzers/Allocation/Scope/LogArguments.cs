using System.Collections.Concurrent;
using Bolt.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Allocation.Scope;

/// <summary>Finds log calls, whose arguments are in scope wherever they stand, and tells which of their allocations BOLT2001 speaks of.</summary>
/// <remarks>One instance serves a compilation; safe for use by several threads.</remarks>
internal sealed class LogArguments(Compilation compilation)
{
    private static readonly string[] s_types =
    [
        WellKnownNames.Logger, WellKnownNames.LogEventAttribute, "Serilog.ILogger", "ZLogger.ZLoggerExtensions", "ZLogger.ZLoggerMessageAttribute",
    ];

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _logs = new(SymbolEqualityComparer.Default);
    private readonly Lazy<bool> _hasLogEvent = new(() => Exists(compilation, WellKnownNames.LogEventAttribute));
    private readonly Lazy<bool> _areThere = new(() => Array.Exists(s_types, name => Exists(compilation, name)));

    /// <summary>Whether the compilation knows a library that logs at all.</summary>
    public bool AreThere => _areThere.Value;

    /// <summary>
    /// The log call that an invocation is; null if it is none. Most invocations are refused by their place alone: a log call gives no
    /// value that anything could use.
    /// </summary>
    public IInvocationOperation? LogCallAt(InvocationExpressionSyntax invocation, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!AreThere || invocation.ArgumentList.Arguments.Count == 0 || !IsStatement(invocation)
            || model.GetSymbolInfo(invocation, cancellationToken).Symbol is not IMethodSymbol method
            || !Logs(method))
        {
            return null;
        }

        return model.GetOperation(invocation, cancellationToken) as IInvocationOperation;
    }

    /// <summary>Whether an allocation is part of a log call that BOLT2001 says to convert, which removes the allocation too.</summary>
    public bool FoldsIntoConversion(in Detection.Allocation allocation, SemanticModel? model, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (!_hasLogEvent.Value || model is null
            || allocation.Rule.Id is not (RuleIds.Boxing or RuleIds.ParamsCollection or RuleIds.StringConcatenation or RuleIds.StringInterpolation
                or RuleIds.StringFormatting or RuleIds.ToStringCall or RuleIds.StringCopy))
        {
            return false;
        }

        var node = allocation.Rule.Id == RuleIds.ParamsCollection && allocation.Place is InvocationExpressionSyntax ? allocation.Place : CallOf(allocation.Place);

        // A message made by string.Format is taken apart with its arguments.
        while (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(string.Format) } })
            node = CallOf(node);

        return node is InvocationExpressionSyntax invocation
            && LogCallAt(invocation, model, cancellationToken) is { } call
            && LogCall.TryCreate(call) is { } logCall
            && ConvertibleCallAnalyzer.Reports(logCall, options, compilation, cancellationToken);
    }

    /// <summary>The invocation that an expression is an argument of, if it is not inside another one's arguments or a function.</summary>
    private static SyntaxNode? CallOf(SyntaxNode expression)
    {
        for (var node = expression; node is ExpressionSyntax or InterpolationSyntax; node = node.Parent)
        {
            if (node != expression && node is InvocationExpressionSyntax or AnonymousFunctionExpressionSyntax)
                return null;
            if (node.Parent is ArgumentSyntax argument)
                return argument.Parent?.Parent;
        }

        return null;
    }

    private static bool Exists(Compilation compilation, string name) => !compilation.GetTypesByMetadataName(name).IsEmpty;

    private static bool IsStatement(InvocationExpressionSyntax invocation)
    {
        SyntaxNode node = invocation;
        while (node.Parent is ConditionalAccessExpressionSyntax or ParenthesizedExpressionSyntax)
            node = node.Parent;

        return node.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax;
    }

    private bool Logs(IMethodSymbol method)
    {
        if (!method.ReturnsVoid)
            return false;

        var definition = method.OriginalDefinition;
        return _logs.TryGetValue(definition, out var logs) ? logs : _logs.GetOrAdd(definition, LogCall.Recognize(definition) is not null);
    }
}
