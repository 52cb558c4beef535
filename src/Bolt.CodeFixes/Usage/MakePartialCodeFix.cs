using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bolt.CodeFixes.Usage;

/// <summary>Makes a log method, or the types around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFix)), Shared]
public sealed class MakePartialCodeFix() : UsageCodeFix(RuleIds.NotPartial, RuleIds.ContainerNotPartial)
{
    private protected override string EquivalenceKey => "Bolt.MakePartial";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (target.Method is not { } method || !PartialDeclaration.IsPossible(method))
            return null;

        return target.Diagnostic.Id == RuleIds.NotPartial
            ? new SyntaxEdit("Make the method partial", editor => PartialDeclaration.Make(editor, method))
            : new SyntaxEdit("Make the types around the method partial", editor => PartialDeclaration.MakeContainers(editor, method));
    }
}
