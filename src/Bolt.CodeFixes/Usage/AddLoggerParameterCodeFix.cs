using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Bolt.CodeFixes.Usage;

/// <summary>Adds the logger as the first parameter of a log method that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddLoggerParameterCodeFix)), Shared]
public sealed class AddLoggerParameterCodeFix() : UsageCodeFix(RuleIds.NoLogger)
{
    private protected override string EquivalenceKey => "Bolt.AddLoggerParameter";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (target.Method is not { } method || target.Model.Compilation.GetTypeByMetadataName(WellKnownNames.Logger) is not { } loggerType)
            return null;

        return new SyntaxEdit("Add a parameter 'ILogger logger'", editor => editor.ReplaceNode(method, (current, generator) =>
        {
            var declaration = (MethodDeclarationSyntax)current;
            var type = generator.TypeExpression(loggerType, addImport: true);
            var parameter = ParameterEdits.Create(type, ParameterEdits.FreeName(declaration, "logger"));
            return ParameterEdits.Insert(declaration, ParameterEdits.FirstIndex(declaration), parameter);
        }));
    }
}
