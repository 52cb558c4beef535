using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers;

/// <summary>The full names by which the rules and fixes recognise types; a name stands here and nowhere else.</summary>
public static class WellKnownNames
{
    public const string LogEventAttribute = "Bolt.LogEventAttribute";
    public const string LogFieldsAttribute = "Bolt.LogFieldsAttribute";
    public const string LogNameAttribute = "Bolt.LogNameAttribute";
    public const string ZeroAllocAttribute = "Bolt.ZeroAllocAttribute";
    public const string AllowAllocationAttribute = "Bolt.AllowAllocationAttribute";
    public const string SensitiveAttribute = "Bolt.SensitiveAttribute";
    public const string Logger = "Microsoft.Extensions.Logging.ILogger";
    public const string LogLevel = "Microsoft.Extensions.Logging.LogLevel";

    private static readonly SymbolDisplayFormat s_fullName = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The full name of <paramref name="type"/>, without type arguments, to be compared with the names above.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(s_fullName);
}
