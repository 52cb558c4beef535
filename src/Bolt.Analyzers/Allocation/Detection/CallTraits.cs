using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Analyzers.Allocation.Detection;

/// <summary>What a method's attributes say of calls to it.</summary>
internal sealed class CallTraits
{
    private static readonly CallTraits s_none = new(doesNotReturn: false, conditions: null);

    private readonly List<string>? _conditions;

    private CallTraits(bool doesNotReturn, List<string>? conditions)
    {
        DoesNotReturn = doesNotReturn;
        _conditions = conditions;
    }

    /// <summary>Whether a call only leads to an exception or the end of the process.</summary>
    public bool DoesNotReturn { get; }

    public static CallTraits Of(IMethodSymbol method)
    {
        var doesNotReturn = false;
        List<string>? conditions = null;
        foreach (var attribute in method.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "DoesNotReturnAttribute":
                    doesNotReturn = true;
                    break;
                case "ConditionalAttribute" when attribute.ConstructorArguments is [{ Value: string condition }]:
                    (conditions ??= []).Add(condition);
                    break;
            }
        }

        return doesNotReturn || conditions is not null ? new CallTraits(doesNotReturn, conditions) : s_none;
    }

    /// <summary>Whether the compiler leaves out calls in a file, arguments and all, because none of the symbols of [Conditional] is defined.</summary>
    public bool IsLeftOutOf(SyntaxTree tree)
    {
        if (_conditions is null || tree.Options is not CSharpParseOptions options)
            return false;

        foreach (var symbol in options.PreprocessorSymbolNames)
        {
            if (_conditions.Contains(symbol))
                return false;
        }

        if (tree.GetRoot() is CompilationUnitSyntax { ContainsDirectives: true } root)
        {
            // #define stands before the first token.
            foreach (var trivia in root.GetFirstToken(includeZeroWidth: true).LeadingTrivia)
            {
                if (trivia.GetStructure() is DefineDirectiveTriviaSyntax define && _conditions.Contains(define.Name.ValueText))
                    return false;
            }
        }

        return true;
    }
}
