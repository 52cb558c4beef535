using System.Globalization;
using System.Text;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Analyzers.Logging;

/// <summary>A [LoggerMessage] or [ZLoggerMessage] method whose body Bolt could write instead.</summary>
public sealed class ConvertibleMethod
{
    private ConvertibleMethod(IMethodSymbol method, AttributeData attribute, string? template)
    {
        Method = method;
        Attribute = attribute;
        Template = template;
    }

    public IMethodSymbol Method { get; }

    /// <summary>The attribute to replace.</summary>
    public AttributeData Attribute { get; }

    /// <summary>The template, where it must change for the message to stay as it is; else null.</summary>
    public string? Template { get; }

    /// <summary>Reads a method; null if it is of no other generator, or if it would be a mistake with [LogEvent].</summary>
    public static ConvertibleMethod? TryCreate(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        if (!method.IsPartialDefinition || !method.ReturnsVoid || FindAttribute(method) is not { } attribute || attribute.ApplicationSyntaxReference is not { } reference
            || reference.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp12 })
        {
            return null;
        }

        var hasLevel = false;
        var text = "";
        foreach (var argument in attribute.ConstructorArguments)
            Read(argument, ref hasLevel, ref text);
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key is "Level" or "Message")
                Read(argument.Value, ref hasLevel, ref text);
        }

        var template = TemplateParser.Parse(text);
        return template.Error is null && HasContainer(method.ContainingType) && CanTake(method, template, hasLevel, compilation, cancellationToken)
            ? new ConvertibleMethod(method, attribute, IsTakenAsItIs(method, attribute, hasLevel) ? Escaped(text) : WithFormats(method, template))
            : null;
    }

    private static AttributeData? FindAttribute(IMethodSymbol method)
    {
        AttributeData? found = null;
        foreach (var attribute in method.GetAttributes())
        {
            switch (attribute.AttributeClass)
            {
                case { Name: "LoggerMessageAttribute" } type when type.ContainingNamespace.Is("Microsoft", "Extensions", "Logging"):
                case { Name: "ZLoggerMessageAttribute" } other when other.ContainingNamespace.Is("ZLogger"):
                    found = attribute;
                    break;
                case { Name: "LogEventAttribute" }:
                    return null;
            }
        }

        return found;
    }

    private static void Read(TypedConstant argument, ref bool hasLevel, ref string template)
    {
        if (argument is { Kind: TypedConstantKind.Enum, Value: int level })
            hasLevel = level is >= 0 and <= 5;
        else if (argument.Value is string text)
            template = text;
    }

    private static bool HasContainer(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
                return false;
        }

        return true;
    }

    private static bool CanTake(IMethodSymbol method, TemplateParser template, bool hasLevel, Compilation compilation, CancellationToken cancellationToken)
    {
        var policy = FieldKeys.Policy(compilation.Assembly);
        var classifier = new ValueClassifier(policy, compilation, method.ContainingType, cancellationToken);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var hasLogger = false;
        var hasException = false;
        var hasLevelParameter = false;
        foreach (var parameter in method.Parameters)
        {
            // What other attributes ask for, redaction say, would be lost.
            if (parameter.RefKind is RefKind.Ref or RefKind.Out || !parameter.GetAttributes().IsEmpty)
                return false;

            if (WellKnown.IsLogger(parameter.Type))
            {
                if (hasLogger)
                    return false;

                hasLogger = true;
            }
            else if (WellKnown.IsLogLevel(parameter.Type))
            {
                if (hasLevel || hasLevelParameter)
                    return false;

                hasLevelParameter = true;
            }
            else if (WellKnown.IsException(parameter.Type))
            {
                if (hasException || HoleOf(template, parameter) is not null)
                    return false;

                hasException = true;
            }
            else
            {
                var key = FieldKeys.Apply(policy, HoleOf(template, parameter) ?? parameter.Name);
                classifier.Classify(parameter.Type, fields: false, out var finding);
                if (finding != Finding.None || FieldKeys.IsReserved(key) || !keys.Add(key))
                    return false;
            }
        }

        return (hasLevel || hasLevelParameter) && EachHoleHasField(method, template)
            && (hasLogger || LoggerFinder.Find(method, method.ContainingType, out _, out _) is not null);
    }

    private static string? HoleOf(TemplateParser template, IParameterSymbol parameter)
    {
        foreach (var segment in template.Segments)
        {
            if (segment.IsHole && string.Equals(segment.Text, parameter.Name, StringComparison.OrdinalIgnoreCase))
                return segment.Text;
        }

        return null;
    }

    private static IParameterSymbol? ParameterOf(IMethodSymbol method, TemplateSegment hole)
    {
        foreach (var parameter in method.Parameters)
        {
            if (string.Equals(parameter.Name, hole.Text, StringComparison.OrdinalIgnoreCase))
                return parameter;
        }

        return null;
    }

    private static bool EachHoleHasField(IMethodSymbol method, TemplateParser template)
    {
        foreach (var segment in template.Segments)
        {
            if (segment.IsHole && (ParameterOf(method, segment) is not { } parameter || WellKnown.IsLogger(parameter.Type) || WellKnown.IsLogLevel(parameter.Type)
                || segment.Format is ['@', ..] or "json"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the message is the template with its braces doubled, as LoggerMessage.Define without values has it.</summary>
    private static bool IsTakenAsItIs(IMethodSymbol method, AttributeData attribute, bool hasLevel)
    {
        foreach (var parameter in method.Parameters)
        {
            if (!WellKnown.IsLogger(parameter.Type) && !WellKnown.IsException(parameter.Type))
                return false;
        }

        return hasLevel && attribute.AttributeClass!.Name == "LoggerMessageAttribute";
    }

    private static string? Escaped(string text) =>
        text.IndexOfAny(['{', '}']) < 0 ? null : text.Replace("{", "{{").Replace("}", "}}");

    private static string? WithFormats(IMethodSymbol method, TemplateParser template)
    {
        var changed = false;
        var text = new StringBuilder();
        foreach (var segment in template.Segments)
        {
            if (!segment.IsHole)
            {
                text.Append(segment.Text.Replace("{", "{{").Replace("}", "}}"));
                continue;
            }

            var format = segment.Format ?? MessageFormat.Default(ParameterOf(method, segment)!.Type);
            changed |= format != segment.Format;
            text.Append('{').Append(segment.Text);
            if (segment.Alignment != 0)
                text.Append(',').Append(segment.Alignment.ToString(CultureInfo.InvariantCulture));
            if (format is not null)
                text.Append(':').Append(format);
            text.Append('}');
        }

        return changed ? text.ToString() : null;
    }
}
