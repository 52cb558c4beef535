using System.Collections.Immutable;
using Bolt.Analyzers.Allocation.Scope;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.Analyzers.Logging;

/// <summary>Reports log calls that a [LogEvent] method can take the place of (BOLT2001): those, and only those, that its fix converts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConvertibleCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ConversionRules.ConvertibleLogCall);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.LogEventAttribute) is not null)
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (invocation.SemanticModel is not { } model
            || LogCall.TryCreate(invocation) is not { } call
            || ConvertibleCall.TryCreate(call, model, context.CancellationToken) is null
            || GeneratedFile.Is(invocation.Syntax.SyntaxTree, context.Compilation, context.CancellationToken))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(ConversionRules.ConvertibleLogCall, invocation.Syntax.GetLocation(), invocation.TargetMethod.Name));
    }

    /// <summary>Whether BOLT2001 speaks of a call. Its fix cures what other rules would say of the message.</summary>
    internal static bool Reports(LogCall call, AnalyzerOptions options, Compilation compilation, CancellationToken cancellationToken) =>
        call.Invocation is { SemanticModel: { } model, Syntax.SyntaxTree: var tree }
        && call.IsConvertible(compilation)
        && ConvertibleCall.TryCreate(call, model, cancellationToken) is not null
        && RuleSeverity.IsOn(ConversionRules.ConvertibleLogCall, options, compilation, tree, cancellationToken);
}
