using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Allocation;

/// <summary>
/// Hands an interpolated string to the string builder's handler: <c>Append(culture, $"…")</c> instead of <c>Append(string.Create(culture, $"…"))</c>.
/// </summary>
/// <remarks>In a log call, the holes become those of the template when the call is converted (BOLT2001).</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AppendInterpolatedCodeFix)), Shared]
public sealed class AppendInterpolatedCodeFix() : SyntaxCodeFix(RuleIds.StringInterpolation)
{
    private protected override string EquivalenceKey => "Bolt.AppendInterpolated";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var create = node as InvocationExpressionSyntax ?? (node as InterpolatedStringExpressionSyntax)?.Parent?.Parent?.Parent as InvocationExpressionSyntax;
        if (create is null || BuilderCall.Around(create, model, cancellationToken) is not { } call || Parts(create, model, cancellationToken) is not var (provider, text)
            || !Quiet.Is(text, model) || (provider is not null && !Quiet.Is(provider, model))
            || Expressions.LosesTrivia(call.ArgumentList, provider is null ? [text] : [provider, text])
            || Trial.Of(model, [call], (_, current) => Change((InvocationExpressionSyntax)current), cancellationToken) is not { } trial
            || trial.Model.GetSymbolInfo(trial.Find(call), cancellationToken).Symbol is not IMethodSymbol { Parameters: [_, { RefKind: RefKind.Ref }] })
        {
            return null;
        }

        return new SyntaxEdit("Append the interpolated string", editor => editor.ReplaceNode(call, (current, _) => Change((InvocationExpressionSyntax)current))) { Once = call };

        SyntaxNode Change(InvocationExpressionSyntax current)
        {
            var culture = provider?.WithoutTrivia()
                ?? SyntaxFactory.ParseExpression("global::System.Globalization.CultureInfo.InvariantCulture").WithAdditionalAnnotations(Simplifier.Annotation);
            return BuilderCall.With(current, ((MemberAccessExpressionSyntax)current.Expression).Name.Identifier.ValueText, culture, text.WithoutTrivia());
        }
    }

    /// <summary>The provider, null for the invariant culture, and the interpolated string.</summary>
    private static (ExpressionSyntax? Provider, InterpolatedStringExpressionSyntax Text)? Parts(InvocationExpressionSyntax create, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(create, cancellationToken).Symbol is not IMethodSymbol method ? null
        : (method.ContainingType.ToDisplayString(), method.Name, create.ArgumentList.Arguments) switch
        {
            ("string", "Create", [{ NameColon: null, Expression: var provider }, { NameColon: null, Expression: InterpolatedStringExpressionSyntax text }]) => (provider, text),
            ("System.FormattableString", "Invariant", [{ Expression: InterpolatedStringExpressionSyntax text }]) => (null, text),
            _ => null,
        };
}
