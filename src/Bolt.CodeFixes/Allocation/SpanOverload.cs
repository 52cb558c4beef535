using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>The framework's overloads that take a span where others take a string or an array.</summary>
internal static class SpanOverload
{
    /// <summary>Whether a call with a span as its argument does the same as before: it is of the same method, or of such an overload.</summary>
    /// <param name="trial">The document with the span in it.</param>
    /// <param name="changed">What has become a span.</param>
    /// <param name="argument">The argument that it is.</param>
    /// <param name="call">The call as it was.</param>
    /// <param name="model">The meaning of the document as it was.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static bool IsCalled(Trial trial, SyntaxNode changed, ArgumentSyntax argument, InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        var arguments = call.ArgumentList.Arguments;
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol before
            || trial.CallAround(changed) is not { } after
            || before.ReducedFrom is not null || after.ReducedFrom is not null
            || before.Name != after.Name
            || Text(before.ContainingType) != Text(after.ContainingType)
            || Text(before.ReturnType) != Text(after.ReturnType)
            || before.IsStatic != after.IsStatic
            || before.Parameters.Length > after.Parameters.Length
            || arguments.Any(static argument => argument.NameColon is not null))
        {
            return false;
        }

        if (before.ToDisplayString() == after.ToDisplayString() && before.Parameters.Any(static parameter => parameter.Type.Name is "ReadOnlySpan"))
            return true;

        if (!IsOfFramework(before))
            return false;

        for (var index = 0; index < after.Parameters.Length; index++)
        {
            if (index >= before.Parameters.Length)
            {
                if (!after.Parameters[index].IsOptional)
                    return false;
                continue;
            }

            var (was, now) = (before.Parameters[index].Type, after.Parameters[index].Type);
            if (Text(was) == Text(now))
                continue;

            // Null and empty are one as a span; the framework's concatenations see no difference either.
            if (!IsSpanOf(was, now) || index >= arguments.Count)
                return false;
            if (arguments[index] != argument && before.Name != "Concat" && !Expressions.IsNotNull(arguments[index].Expression, model, cancellationToken))
                return false;
        }

        return true;
    }

    /// <summary>Whether a method is declared in the framework.</summary>
    public static bool IsOfFramework(IMethodSymbol method) =>
        (method.ContainingType.ContainingNamespace.ToDisplayString() + ".").StartsWith("System.", StringComparison.Ordinal)
        && method.ContainingType.Locations.All(static location => location.IsInMetadata);

    private static bool IsSpanOf(ITypeSymbol type, ITypeSymbol span) =>
        span is INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [var element] }
        && (type.SpecialType == SpecialType.System_String ? element.SpecialType == SpecialType.System_Char : type is IArrayTypeSymbol { Rank: 1 } array && Text(array.ElementType) == Text(element));

    private static string Text(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
