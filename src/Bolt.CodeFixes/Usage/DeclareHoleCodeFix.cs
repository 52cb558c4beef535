using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>Adds the parameter that a hole names. Its type is <c>string</c>: the template does not tell.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareHoleCodeFix)), Shared]
public sealed class DeclareHoleCodeFix() : UsageCodeFix(RuleIds.UnknownHole)
{
    private protected override string EquivalenceKey => "Bolt.AddParameterForHole";

    private protected override bool BeginsWithTheLast => false;

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (target.Method is not { } method || TemplateLiteral.Find(target) is not { HoleName: { } hole } || !SyntaxFacts.IsValidIdentifier(hole))
            return null;

        // '{logger}' and the like: what has the name cannot be shown, and cannot be declared again.
        if (method.ParameterList.Parameters.Any(parameter => string.Equals(parameter.Identifier.ValueText, hole, StringComparison.OrdinalIgnoreCase)))
            return null;

        var name = char.ToLowerInvariant(hole[0]) + hole.Substring(1);
        return new SyntaxEdit($"Add a parameter 'string {name}'", editor => editor.ReplaceNode(method, (current, generator) =>
        {
            var declaration = (MethodDeclarationSyntax)current;

            // A template may name the missing parameter twice.
            if (declaration.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == name))
                return declaration;

            var type = generator.TypeExpression(SpecialType.System_String);
            return ParameterEdits.Insert(declaration, ParameterEdits.LastIndex(declaration), ParameterEdits.Create(type, name));
        }));
    }
}
