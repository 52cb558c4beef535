using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Bolt.CodeFixes.Usage;

/// <summary>Makes a log method and every type around it partial; a body goes, because Bolt writes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFix)), Shared]
public sealed class MakePartialCodeFix() : UsageCodeFix(RuleIds.NotPartial, RuleIds.ContainerNotPartial)
{
    private protected override string EquivalenceKey => "Bolt.MakePartial";

    private protected override UsageEdit? Plan(UsageTarget target)
    {
        var innermost = (MemberDeclarationSyntax?)target.Method ?? target.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (innermost is null)
            return null;

        return new UsageEdit(Title(innermost), editor =>
        {
            foreach (var member in innermost.AncestorsAndSelf().OfType<MemberDeclarationSyntax>())
            {
                if (member is MethodDeclarationSyntax method && target.Diagnostic.Id == RuleIds.NotPartial)
                    editor.ReplaceNode(method, (current, _) => MakePartial((MethodDeclarationSyntax)current));
                else if (member is TypeDeclarationSyntax type)
                    editor.ReplaceNode(type, (current, _) => Modifiers.AddPartial((TypeDeclarationSyntax)current));
            }
        });
    }

    private static string Title(MemberDeclarationSyntax innermost) =>
        innermost is MethodDeclarationSyntax method && MethodBody.Exists(method) ? "Make partial and remove the body" : "Make partial";

    private static MethodDeclarationSyntax MakePartial(MethodDeclarationSyntax method) =>
        Modifiers.AddPartial(Modifiers.Remove(MethodBody.Remove(method), SyntaxKind.AbstractKeyword, SyntaxKind.ExternKeyword));
}
