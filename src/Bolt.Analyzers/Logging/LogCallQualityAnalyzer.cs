using System.Collections.Immutable;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.Analyzers.Logging;

/// <summary>
/// Reports what could be better about a log call, of whichever library it is: costly arguments (BOLT2003), exceptions that
/// are not passed as such (BOLT2005), and templates that are not constant (BOLT2007).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogCallQualityAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] s_loggers = [WellKnownNames.Logger, "Serilog.ILogger"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(QualityRules.CostlyArgument, QualityRules.ExceptionAsField, QualityRules.RuntimeTemplate);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (Array.Exists(s_loggers, name => !start.Compilation.GetTypesByMetadataName(name).IsEmpty))
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (LogCall.TryCreate(invocation) is not { } call || GeneratedFile.Is(invocation.Syntax.SyntaxTree, context.Compilation, context.CancellationToken))
            return;

        AnalyzeCosts(context, call);
        AnalyzeException(context, call);
        AnalyzeTemplate(context, call);
    }

    private static void AnalyzeCosts(OperationAnalysisContext context, LogCall call)
    {
        bool? isGuarded = null;
        foreach (var value in LoggedExpressions.Of(call))
        {
            if (Cost.Of(value, context.CancellationToken) is not { } cost)
                continue;

            if (isGuarded ??= LevelGuard.Covers(call))
                return;

            context.ReportDiagnostic(Diagnostic.Create(QualityRules.CostlyArgument, value.Syntax.GetLocation(), cost, LevelName(call)));
        }
    }

    /// <summary>Whether BOLT2003 speaks of an argument at this place.</summary>
    internal static bool ReportsCost(LogCall call, TextSpan place, CancellationToken cancellationToken)
    {
        foreach (var value in LoggedExpressions.Of(call))
        {
            if (place.IntersectsWith(value.Syntax.Span) && Cost.Of(value, cancellationToken) is not null)
                return !LevelGuard.Covers(call);
        }

        return false;
    }

    private static string LevelName(LogCall call) => call.Level is >= 0 and <= 5 and var level
        ? "'" + (call.Kind == LogCallKind.Serilog ? LogCall.SerilogLevels : LogCall.Levels)[level] + "'"
        : "the level";

    private static void AnalyzeException(OperationAnalysisContext context, LogCall call)
    {
        if (LoggedException.Find(call) is not { } found)
            return;

        var exception = found.Exception.ToString();
        var what = found.Part is null ? "the exception '" + exception + "' as a field" : "only '" + found.Part + "' of the exception '" + exception + "'";
        var cure = call.Kind is LogCallKind.LogEvent or LogCallKind.LoggerMessage or LogCallKind.ZLoggerMessage && !TakesException(call.Invocation.TargetMethod)
            ? "give '" + call.Invocation.TargetMethod.Name + "' an Exception parameter, and pass it there"
            : "pass it as the exception";
        context.ReportDiagnostic(Diagnostic.Create(QualityRules.ExceptionAsField, found.Value.GetLocation(), what, cure));
    }

    private static bool TakesException(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (WellKnown.IsException(parameter.Type))
                return true;
        }

        return false;
    }

    private static void AnalyzeTemplate(OperationAnalysisContext context, LogCall call)
    {
        if (RuntimeTemplate.Describe(call) is { } what && !ConvertibleCallAnalyzer.Reports(call, context.Options, context.Compilation, context.CancellationToken))
            context.ReportDiagnostic(Diagnostic.Create(QualityRules.RuntimeTemplate, call.Template!.Syntax.GetLocation(), what));
    }
}
