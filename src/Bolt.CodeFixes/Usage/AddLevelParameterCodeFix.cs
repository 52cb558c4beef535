using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Bolt.CodeFixes.Usage;

/// <summary>Lets each call of an event give its level, by a parameter behind the logger.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddLevelParameterCodeFix)), Shared]
public sealed class AddLevelParameterCodeFix() : UsageCodeFix(RuleIds.LevelMissing)
{
    private protected override string EquivalenceKey => "Bolt.AddLevelParameter";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (target.Method is not { } method
            || target.Model.Compilation.GetTypeByMetadataName(WellKnownNames.LogLevel) is not { } levelType
            || target.Model.GetDeclaredSymbol(method) is not { } symbol)
        {
            return null;
        }

        var index = ParameterEdits.FirstIndex(method);
        if (symbol.Parameters.FirstOrDefault(LoggerTypes.IsLogger) is { } logger)
            index = Math.Max(index, logger.Ordinal + 1);

        return new SyntaxEdit("Add a parameter of type 'LogLevel'", editor => editor.ReplaceNode(method, (current, generator) =>
        {
            var declaration = (MethodDeclarationSyntax)current;
            var type = generator.TypeExpression(levelType, addImport: true);
            return ParameterEdits.Insert(declaration, index, ParameterEdits.Create(type, ParameterEdits.FreeName(declaration, "level")));
        }));
    }
}
