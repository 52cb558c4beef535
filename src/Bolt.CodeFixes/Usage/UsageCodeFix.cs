using Microsoft.CodeAnalysis;

namespace Bolt.CodeFixes.Usage;

/// <summary>A fix for a mistake in a [LogEvent] declaration.</summary>
public abstract class UsageCodeFix : SyntaxCodeFix
{
    private protected UsageCodeFix(params string[] ids)
        : base(ids)
    {
    }

    private protected sealed override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Plan(new UsageTarget(node, model, diagnostic));

    /// <summary>Plans the change for one diagnostic; null when this fix does not help here.</summary>
    private protected abstract SyntaxEdit? Plan(UsageTarget target);
}
