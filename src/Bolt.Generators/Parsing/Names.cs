using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Generators.Parsing;

/// <summary>How symbols are spelled in generated code.</summary>
internal static class Names
{
    private static readonly SymbolDisplayFormat s_nullable = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The identifier, escaped where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || IsReservedSomewhere(name) ? "@" + name : name;

    /// <summary>The type with its nullability, as a declaration must restate it.</summary>
    public static string Declared(ITypeSymbol type) =>
        Keyword(type.SpecialType) is { } keyword && type.TypeKind != TypeKind.Interface
            ? type.NullableAnnotation == NullableAnnotation.Annotated && type.IsReferenceType ? NullableKeyword(type.SpecialType, keyword) : keyword
            : KnownDeclared(type) ?? type.ToDisplayString(s_nullable);

    /// <summary>The type without nullability.</summary>
    public static string Plain(ITypeSymbol type) => Keyword(type.SpecialType) ?? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The type for a message to the user.</summary>
    public static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    /// <summary>The metadata name of a type with its namespace and outer types.</summary>
    public static string Metadata(INamedTypeSymbol type)
    {
        if (type.ContainingType is null && type.ContainingNamespace.IsGlobalNamespace) return type.MetadataName;
        var text = new StringBuilder();
        AppendMetadata(text, type);
        return text.ToString();
    }

    /// <summary>The namespace as it is declared; empty for the global one.</summary>
    public static string Namespace(INamespaceSymbol ns)
    {
        if (ns.IsGlobalNamespace) return "";
        return ns.ContainingNamespace.IsGlobalNamespace ? Identifier(ns.Name) : Namespace(ns.ContainingNamespace) + "." + Identifier(ns.Name);
    }

    /// <summary>The types of almost every log method, whose display strings are not worth building on each keystroke.</summary>
    private static string? KnownDeclared(ITypeSymbol type)
    {
        bool isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        switch (type.Name)
        {
            case "ILogger" when WellKnown.IsILogger(type): return isNullable ? "global::Microsoft.Extensions.Logging.ILogger?" : "global::Microsoft.Extensions.Logging.ILogger";
            case "LogLevel" when WellKnown.IsLogLevel(type): return "global::Microsoft.Extensions.Logging.LogLevel";
            case "Guid" when type.ContainingNamespace.Is("System"): return "global::System.Guid";
            case "TimeSpan" when type.ContainingNamespace.Is("System"): return "global::System.TimeSpan";
            case "Exception" when type is INamedTypeSymbol { Arity: 0 } && type.ContainingNamespace.Is("System"): return isNullable ? "global::System.Exception?" : "global::System.Exception";
            default: return null;
        }
    }

    /// <summary>Contextual keywords that are not identifiers everywhere; the others (<c>type</c>, <c>from</c>, <c>value</c>) read better bare.</summary>
    private static bool IsReservedSomewhere(string name) => name is "await" or "extension" or "field" or "file" or "global" or "nameof" or "partial"
        or "record" or "required" or "scoped" or "var" or "where" or "yield";

    private static string NullableKeyword(SpecialType type, string keyword) => type == SpecialType.System_String ? "string?" : keyword + "?";

    private static string? Keyword(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => "bool",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Char => "char",
        SpecialType.System_String => "string",
        SpecialType.System_Object => "object",
        _ => null,
    };

    private static void AppendMetadata(StringBuilder text, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            AppendMetadata(text, outer);
            text.Append('+');
        }
        else if (!type.ContainingNamespace.IsGlobalNamespace)
        {
            AppendNamespace(text, type.ContainingNamespace);
            text.Append('.');
        }

        text.Append(type.MetadataName);
    }

    private static void AppendNamespace(StringBuilder text, INamespaceSymbol ns)
    {
        if (!ns.ContainingNamespace.IsGlobalNamespace)
        {
            AppendNamespace(text, ns.ContainingNamespace);
            text.Append('.');
        }

        text.Append(ns.Name);
    }
}
