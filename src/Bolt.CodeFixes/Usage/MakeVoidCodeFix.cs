using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>Makes a log method return nothing; a body goes with it, since it returned the value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeVoidCodeFix)), Shared]
public sealed class MakeVoidCodeFix() : UsageCodeFix(RuleIds.ReturnsValue)
{
    private protected override string EquivalenceKey => "Bolt.MakeVoid";

    private protected override SyntaxEdit? Plan(UsageTarget target) =>
        target.Method is { } method
            ? new SyntaxEdit("Make the return type 'void'", editor => editor.ReplaceNode(method, (current, _) => MakeVoid((MethodDeclarationSyntax)current)))
            : null;

    private static MethodDeclarationSyntax MakeVoid(MethodDeclarationSyntax method)
    {
        var returnsVoid = SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword)).WithTriviaFrom(method.ReturnType);
        return MethodBody.Remove(method.WithReturnType(returnsVoid));
    }
}
