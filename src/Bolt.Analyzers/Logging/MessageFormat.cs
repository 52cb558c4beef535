using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Logging;

/// <summary>How messages show values where Microsoft.Extensions.Logging and Bolt differ.</summary>
internal static class MessageFormat
{
    /// <summary>The format that shows a value in the message as its ToString does; null where Bolt's own form is the same.</summary>
    public static string? Default(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];

        if (!type.ContainingNamespace.Is("System"))
            return null;

        return type.Name switch
        {
            "DateTime" => "G",
            "DateTimeOffset" => "MM/dd/yyyy HH:mm:ss zzz",
            "DateOnly" => "d",
            "TimeOnly" => "t",
            "TimeSpan" => "c",
            _ => null,
        };
    }
}
