using System.Globalization;
using System.Text;
using Bolt.Analyzers;
using Bolt.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.CodeFixes.Logging;

/// <summary>A log method to be written, or one that is there: what calls must have in common to share it.</summary>
internal sealed class LogMethodSignature
{
    private static readonly SymbolDisplayFormat s_type = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly string[] s_levels = ["Trace", "Debug", "Information", "Warning", "Error", "Critical"];

    private readonly ConvertibleCall _first;
    private readonly bool[] _mayBeNull;
    private bool _exceptionMayBeNull;
    private bool _loggerMayBeNull;

    public LogMethodSignature(ConvertibleCall call, string name)
    {
        _first = call;
        Name = name;
        _mayBeNull = new bool[call.Values.Count];
        Include(call);
    }

    public string Name { get; }

    /// <summary>Makes room for the nulls of one more call.</summary>
    public void Include(ConvertibleCall call)
    {
        for (var i = 0; i < _mayBeNull.Length; i++)
            _mayBeNull[i] |= call.Values[i].MayBeNull;

        _exceptionMayBeNull |= call.ExceptionMayBeNull;
        _loggerMayBeNull |= call.LoggerMayBeNull;
    }

    /// <summary>What must be equal for two calls to share a method.</summary>
    public static string Key(ConvertibleCall call)
    {
        var key = new StringBuilder()
            .Append(call.LevelValue is null ? call.Level : -1).Append('|').Append(call.EventId).Append('|').Append(call.EventName).Append('|')
            .Append(call.Exception is not null).Append('|').Append(call.Template.Length).Append('|').Append(call.Template);
        foreach (var value in call.Values)
            key.Append('|').Append(value.Parameter).Append('|').Append(value.Key).Append('|').Append(value.Form).Append('|').Append(Type(value, mayBeNull: false));

        return key.ToString();
    }

    /// <summary>Whether the call can go to a method that exists: one of the same event, which takes the same arguments in the same order.</summary>
    public static bool Fits(IMethodSymbol method, ConvertibleCall call)
    {
        if (!method.IsStatic || method.IsGenericMethod || LogEvent(method) is not { } attribute || !HasSameEvent(attribute, method, call))
            return false;

        var expected = 1 + (call.LevelValue is null ? 0 : 1) + (call.Exception is null ? 0 : 1) + call.Values.Count;
        if (method.Parameters.Length != expected || WellKnownNames.Of(method.Parameters[0].Type) != WellKnownNames.Logger
            || !TakesNull(method.Parameters[0], call.LoggerMayBeNull))
            return false;

        var next = 1;
        if (call.LevelValue is not null && WellKnownNames.Of(method.Parameters[next++].Type) != WellKnownNames.LogLevel)
            return false;

        if (call.Exception is not null && (WellKnownNames.Of(method.Parameters[next].Type) != "System.Exception" || !TakesNull(method.Parameters[next++], call.ExceptionMayBeNull)))
            return false;

        foreach (var value in call.Values)
        {
            var parameter = method.Parameters[next++];
            var hasSameType = value.Form == ValueForm.Text
                ? parameter.Type.SpecialType == SpecialType.System_String
                : SymbolEqualityComparer.Default.Equals(parameter.Type, value.Type);
            if (!hasSameType || parameter.RefKind != RefKind.None || parameter.Name != value.Parameter || !TakesNull(parameter, value.MayBeNull || value.Form == ValueForm.Text)
                || Argument(parameter, WellKnownNames.LogNameAttribute) != value.Key
                || Has(parameter, WellKnownNames.LogFieldsAttribute) != (value.Form == ValueForm.Fields)
                || Has(parameter, WellKnownNames.SensitiveAttribute))
            {
                return false;
            }
        }

        return true;
    }

    public static AttributeData? LogEvent(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { Name: "LogEventAttribute" } type && WellKnownNames.Of(type) == WellKnownNames.LogEventAttribute);

    /// <summary>The declaration, its names in full.</summary>
    /// <param name="attribute">How the attribute is named where the method goes.</param>
    /// <param name="hasNullable">Whether nullable annotations mean something there.</param>
    public string Declaration(string attribute, bool hasNullable)
    {
        var text = new StringBuilder("[").Append(attribute).Append('(');
        if (_first.LevelValue is null)
            text.Append("global::").Append(WellKnownNames.LogLevel).Append('.').Append(s_levels[_first.Level!.Value]).Append(", ");

        text.Append(SymbolDisplay.FormatLiteral(_first.Template, quote: true));
        if (_first.EventId != 0)
            text.Append(", EventId = ").Append(_first.EventId.ToString(CultureInfo.InvariantCulture));
        if (_first.EventName is { } eventName && eventName != Name)
            text.Append(", EventName = ").Append(SymbolDisplay.FormatLiteral(eventName, quote: true));

        text.Append(")]\ninternal static partial void ").Append(Name).Append("(global::").Append(WellKnownNames.Logger)
            .Append(_loggerMayBeNull && hasNullable ? "? " : " ").Append(Free("logger", "log", "target"));
        if (_first.LevelValue is not null)
            text.Append(", global::").Append(WellKnownNames.LogLevel).Append(' ').Append(Free("level", "logLevel", "eventLevel"));
        if (_first.Exception is not null)
            text.Append(", global::System.Exception").Append(_exceptionMayBeNull && hasNullable ? "? " : " ").Append(Free("exception", "error", "thrown"));

        for (var i = 0; i < _mayBeNull.Length; i++)
        {
            var value = _first.Values[i];
            text.Append(", ");
            if (value.Form == ValueForm.Fields)
                text.Append("[global::").Append(WellKnownNames.LogFieldsAttribute).Append("] ");
            if (value.Key is { } key)
                text.Append("[global::").Append(WellKnownNames.LogNameAttribute).Append('(').Append(SymbolDisplay.FormatLiteral(key, quote: true)).Append(")] ");
            var type = Type(value, _mayBeNull[i]);
            text.Append(hasNullable ? type : WithoutAnnotations(value)).Append(' ').Append(Escaped(value.Parameter));
        }

        return text.Append(");").ToString();
    }

    private static string WithoutAnnotations(ConvertibleValue value) =>
        value.Form == ValueForm.Text ? "string" : value.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static string Type(ConvertibleValue value, bool mayBeNull) =>
        value.Form == ValueForm.Text
            ? "string?"
            : value.Type.WithNullableAnnotation(value.Type.IsValueType ? value.Type.NullableAnnotation : NullableAnnotation.NotAnnotated).ToDisplayString(s_type) + (mayBeNull ? "?" : "");

    private static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private string Free(params string[] names) =>
        Array.Find(names, name => _first.Values.All(value => !string.Equals(value.Parameter, name, StringComparison.OrdinalIgnoreCase))) ?? names[0] + "_";

    private static bool HasSameEvent(AttributeData attribute, IMethodSymbol method, ConvertibleCall call)
    {
        int? level = null;
        var template = "";
        foreach (var argument in attribute.ConstructorArguments)
        {
            if (argument is { Kind: TypedConstantKind.Enum, Value: int number })
                level = number;
            else if (argument.Value is string text)
                template = text;
        }

        var id = 0;
        var name = method.Name;
        foreach (var argument in attribute.NamedArguments)
        {
            switch (argument)
            {
                case { Key: "EventId", Value.Value: int number }: id = number; break;
                case { Key: "EventName", Value.Value: string text }: name = text; break;
                default: return false;
            }
        }

        return level == (call.LevelValue is null ? call.Level : null) && template == call.Template && id == call.EventId && (call.EventName is null || call.EventName == name);
    }

    private static bool TakesNull(IParameterSymbol parameter, bool mayBeNull) => !mayBeNull || parameter.NullableAnnotation != NullableAnnotation.NotAnnotated;

    private static bool Has(IParameterSymbol parameter, string attribute) =>
        parameter.GetAttributes().Any(data => data.AttributeClass is { } type && WellKnownNames.Of(type) == attribute);

    private static string? Argument(IParameterSymbol parameter, string attribute) =>
        parameter.GetAttributes().FirstOrDefault(data => data.AttributeClass is { } type && WellKnownNames.Of(type) == attribute)
            ?.ConstructorArguments.FirstOrDefault().Value as string;
}
