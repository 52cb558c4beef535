using System.Composition;
using Bolt.Analyzers;
using Bolt.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Usage;

/// <summary>Gives a parameter a key of its own by [LogName], where its key is taken or reserved.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveKeyCodeFix)), Shared]
public sealed class GiveKeyCodeFix() : UsageCodeFix(RuleIds.DuplicateKey, RuleIds.ReservedKey)
{
    private protected override string EquivalenceKey => "Bolt.GiveKey";

    private protected override bool BeginsWithTheLast => false;

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        // The key of a member that [LogFields] lifts into the record is given at the member, which may be anybody's.
        var properties = target.Diagnostic.Properties;
        if (target.Method is not { } method
            || target.Parameter is not { } parameter
            || !properties.TryGetValue(UsageProperties.Key, out var key)
            || !properties.TryGetValue(UsageProperties.Member, out var member)
            || key is null
            || member != parameter.Identifier.ValueText)
        {
            return null;
        }

        // 'level' becomes 'level_value'; the second 'user' becomes 'user2'.
        var reserved = target.Diagnostic.Id == RuleIds.ReservedKey;
        var stem = reserved ? key + "_value" : key;
        var existing = parameter.AttributeLists
            .SelectMany(list => list.Attributes)
            .FirstOrDefault(attribute => target.Is(attribute, WellKnownNames.LogNameAttribute));
        var index = method.ParameterList.Parameters.IndexOf(parameter);
        return new SyntaxEdit($"Write '{member}' under the key '{FreeKey(method, stem, numbered: !reserved)}'", editor =>
        {
            // Named from the current list: in a fix-all another parameter may just have taken the key.
            editor.ReplaceNode(method, (current, _) =>
            {
                var declaration = (MethodDeclarationSyntax)current;
                var old = declaration.ParameterList.Parameters[index];
                return declaration.ReplaceNode(old, WithKey(old, existing, FreeKey(declaration, stem, numbered: !reserved)));
            });
        });
    }

    private static ParameterSyntax WithKey(ParameterSyntax parameter, AttributeSyntax? existing, string key)
    {
        var old = parameter.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => existing?.IsEquivalentTo(attribute) == true);
        return old is null
            ? ParameterEdits.AddAttribute(parameter, WellKnownNames.LogNameAttribute, key)
            : parameter.ReplaceNode(old, ParameterEdits.WithArgument(old, key));
    }

    private static string FreeKey(MethodDeclarationSyntax method, string stem, bool numbered)
    {
        var names = method.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText);
        var keys = method.ParameterList.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => token.ValueText);
        var taken = new HashSet<string>(names.Concat(keys), StringComparer.OrdinalIgnoreCase);
        if (!numbered && !taken.Contains(stem))
            return stem;

        var number = 2;
        while (taken.Contains(stem + number))
            number++;

        return stem + number;
    }
}
