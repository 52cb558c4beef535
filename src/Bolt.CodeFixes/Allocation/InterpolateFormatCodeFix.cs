using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>
/// Writes a format and its arguments as an interpolated string: of <c>AppendFormat</c> and of <c>Append(string.Format(…))</c>, the handler of
/// the string builder takes it and nothing is allocated; of <c>string.Format</c> alone, the boxes and the array go.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InterpolateFormatCodeFix)), Shared]
public sealed class InterpolateFormatCodeFix() : SyntaxCodeFix(RuleIds.StringFormatting)
{
    private protected override string EquivalenceKey => "Bolt.InterpolateFormat";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax call
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { IsGenericMethod: false } method
            || !(method is { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } || (method.Name == "AppendFormat" && BuilderCall.Is(method) && Expressions.IsCall(call, out _, out _)))
            || call.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null))
        {
            return null;
        }

        var arguments = call.ArgumentList.Arguments.Select(static argument => argument.Expression).ToList();
        var provider = method.Parameters[0].Type.Name == "IFormatProvider" ? arguments[0] : null;
        var start = provider is null ? 0 : 1;
        var values = arguments.Skip(start + 1).ToList();
        if (arguments.Count <= start
            || arguments[start] is not LiteralExpressionSyntax literal || model.GetConstantValue(literal, cancellationToken).Value is not string format
            || CompositeFormat.TryParse(format) is not { } composite
            || values.Exists(value => model.GetTypeInfo(value, cancellationToken).Type is null or IArrayTypeSymbol or { TypeKind: TypeKind.Dynamic } or { IsRefLikeType: true }))
        {
            return null;
        }

        var outer = method.Name == "Format" && (provider is null || Quiet.Is(provider, model)) ? BuilderCall.Around(call, model, cancellationToken) : null;
        if (!IsUsedInOrder(composite, values, method.Name == "AppendFormat" || outer is not null, model, cancellationToken))
        {
            if (outer is null || !IsUsedInOrder(composite, values, false, model, cancellationToken))
                return null;

            outer = null;
        }

        var target = outer ?? call;
        if (Expressions.LosesTrivia(target.ArgumentList, provider is null ? [.. values] : [provider, .. values])
            || Trial.Of(model, [target], (_, current) => Change((InvocationExpressionSyntax)current), cancellationToken) is null)
        {
            return null;
        }

        return new SyntaxEdit("Interpolate", editor => editor.ReplaceNode(target, (current, _) => Change((InvocationExpressionSyntax)current))) { Once = target };

        SyntaxNode Change(InvocationExpressionSyntax current)
        {
            var inner = outer is null ? current : (InvocationExpressionSyntax)Expressions.WithoutParentheses(current.ArgumentList.Arguments[0].Expression);
            var now = inner.ArgumentList.Arguments.Skip(start + 1).Select(static argument => argument.Expression).ToList();
            var text = composite.Interpolate(now);
            var culture = provider is null ? null : inner.ArgumentList.Arguments[0].Expression.WithoutTrivia();
            if (outer is not null || method.Name == "AppendFormat")
            {
                var name = outer is null ? "Append" : ((MemberAccessExpressionSyntax)current.Expression).Name.Identifier.ValueText;
                return culture is null ? BuilderCall.With(current, name, text) : BuilderCall.With(current, name, culture, text);
            }

            return (culture is null ? text : BuilderCall.With(current, "Create", culture, text)).WithTriviaFrom(current);
        }
    }

    /// <summary>
    /// Whether the values are evaluated as before. The call evaluates all of them, then formats them; the interpolated string does one
    /// after the other, and into a string builder that the next might look at.
    /// </summary>
    private static bool IsUsedInOrder(CompositeFormat format, List<ExpressionSyntax> values, bool isAppended, SemanticModel model, CancellationToken cancellationToken)
    {
        var indexes = format.Indexes.ToList();
        var areQuiet = values.All(value => Quiet.Is(value, model) && Quiet.IsValue(model.GetTypeInfo(value, cancellationToken).Type));
        if (indexes.Exists(index => index >= values.Count) || (values.Count > 0 && indexes.Distinct().Count() < values.Count && !areQuiet))
            return false;

        return areQuiet
            || (!isAppended
                && indexes.SequenceEqual(Enumerable.Range(0, values.Count))
                && values.TrueForAll(value => Quiet.IsValue(model.GetTypeInfo(value, cancellationToken).Type) && value is not AwaitExpressionSyntax));
    }
}
