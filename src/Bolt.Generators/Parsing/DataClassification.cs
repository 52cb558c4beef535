using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Generators.Parsing;

/// <summary>
/// The data classification of a symbol: its attributes derived from Microsoft.Extensions.Compliance's <c>DataClassificationAttribute</c>. What
/// they say is known only at run time, so that generated code makes them anew.
/// </summary>
internal static class DataClassification
{
    /// <summary>The namespace of the attributes.</summary>
    public const string Namespace = "global::Microsoft.Extensions.Compliance.Classification.";

    private const string Unknown = $"new {Namespace}UnknownDataClassificationAttribute()";

    /// <summary>Whether an attribute classifies what it stands on.</summary>
    public static bool Is(AttributeData attribute)
    {
        for (INamedTypeSymbol? t = attribute.AttributeClass; t is not null; t = t.BaseType)
        {
            if (t.Name == "DataClassificationAttribute" && IsTheirs(t)) return true;
        }

        return false;
    }

    /// <summary>The classification among the attributes of a symbol; empty if there is none.</summary>
    public static ImmutableArray<AttributeData> Of(ImmutableArray<AttributeData> attributes)
    {
        ImmutableArray<AttributeData> found = [];
        foreach (AttributeData attribute in attributes)
        {
            if (Is(attribute)) found = found.Add(attribute);
        }

        return found;
    }

    /// <summary>Whether a classification asks for redaction: not if all it says is that there is nothing to protect.</summary>
    public static bool Redacts(ImmutableArray<AttributeData> classification)
    {
        foreach (AttributeData attribute in classification)
        {
            if (!(attribute.AttributeClass is { Name: "NoDataClassificationAttribute" } type && IsTheirs(type))) return true;
        }

        return false;
    }

    /// <summary>The expressions that make the attributes, joined by commas. One that generated code cannot make stands for unknown data.</summary>
    /// <param name="classification">The attributes.</param>
    /// <param name="compilation">The compilation that generated code is part of.</param>
    /// <param name="scope">The type that it stands in, or its assembly.</param>
    public static string Expressions(ImmutableArray<AttributeData> classification, Compilation compilation, ISymbol scope)
    {
        var text = new StringBuilder();
        foreach (AttributeData attribute in classification)
        {
            if (text.Length > 0) text.Append(", ");
            int start = text.Length;
            if (TryAppend(text, attribute, compilation, scope)) continue;
            text.Length = start;
            text.Append(Unknown);
        }

        return text.ToString();
    }

    private static bool IsTheirs(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Classification" } ns && ns.ContainingNamespace.Is("Microsoft", "Extensions", "Compliance");

    private static bool TryAppend(StringBuilder text, AttributeData attribute, Compilation compilation, ISymbol scope)
    {
        if (attribute is not { AttributeClass: { } type, AttributeConstructor: { } constructor }
            || !compilation.IsSymbolAccessibleWithin(constructor, scope)
            || !CanName(type, compilation, scope)
            || ReadableMember.IsUnusable(type)
            || ReadableMember.IsUnusable(constructor))
        {
            return false;
        }

        text.Append("new ").Append(Names.Plain(type)).Append('(');
        for (int i = 0; i < attribute.ConstructorArguments.Length; i++)
        {
            if (i > 0) text.Append(", ");
            if (!TryAppend(text, attribute.ConstructorArguments[i], compilation, scope)) return false;
        }

        // Named arguments say nothing of the classification, which only the constructor can set.
        text.Append(')');
        return true;
    }

    /// <summary>A constant of an attribute, cast to its own type, so that the same constructor is meant.</summary>
    private static bool TryAppend(StringBuilder text, TypedConstant constant, Compilation compilation, ISymbol scope)
    {
        if (constant.Kind == TypedConstantKind.Error || constant.Type is not { } type || !CanName(type, compilation, scope)) return false;
        if (constant.IsNull)
        {
            text.Append("default(").Append(Names.Plain(type)).Append(")!");
            return true;
        }

        switch (constant.Kind)
        {
            case TypedConstantKind.Array:
                text.Append("new ").Append(Names.Plain(type)).Append(" { ");
                for (int i = 0; i < constant.Values.Length; i++)
                {
                    if (i > 0) text.Append(", ");
                    if (!TryAppend(text, constant.Values[i], compilation, scope)) return false;
                }

                text.Append(" }");
                return true;
            case TypedConstantKind.Type when constant.Value is ITypeSymbol named && CanName(named, compilation, scope):
                text.Append("typeof(").Append(Names.Plain(named)).Append(')');
                return true;
            case TypedConstantKind.Enum or TypedConstantKind.Primitive:
                text.Append('(').Append(Names.Plain(type)).Append(")(").Append(Literal(constant.Value!)).Append(')');
                return true;
            default: return false;
        }
    }

    private static string Literal(object value) => value switch
    {
        double d when double.IsNaN(d) || double.IsInfinity(d) => double.IsNaN(d) ? "double.NaN" : d > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        float f when float.IsNaN(f) || float.IsInfinity(f) => float.IsNaN(f) ? "float.NaN" : f > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
        float f => SymbolDisplay.FormatPrimitive(f, quoteStrings: true, useHexadecimalNumbers: false) + "F",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
    };

    private static bool CanName(ITypeSymbol type, Compilation compilation, ISymbol scope)
    {
        if (type is IArrayTypeSymbol array) return CanName(array.ElementType, compilation, scope);
        if (!compilation.IsSymbolAccessibleWithin(type, scope)) return false;
        for (INamedTypeSymbol? t = type as INamedTypeSymbol; t is not null; t = t.ContainingType)
        {
            // A generated file is another file.
            if (t.IsFileLocal) return false;
            foreach (ITypeSymbol argument in t.TypeArguments)
            {
                if (argument is not ITypeParameterSymbol and not IErrorTypeSymbol && !CanName(argument, compilation, scope)) return false;
            }
        }

        return true;
    }
}
