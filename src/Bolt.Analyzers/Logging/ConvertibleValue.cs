using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Analyzers.Logging;

/// <summary>How a value is passed to the log method.</summary>
public enum ValueForm
{
    /// <summary>As it is.</summary>
    AsIs,

    /// <summary>As its text: a log method never calls ToString, so the caller does.</summary>
    Text,

    /// <summary>As it is, to a parameter with [LogFields].</summary>
    Fields,
}

/// <summary>A value that a convertible call logs, and the parameter that will take it.</summary>
public sealed class ConvertibleValue
{
    internal ConvertibleValue(ExpressionSyntax expression, ITypeSymbol type, bool mayBeNull, ValueForm form, string parameter, string? key)
    {
        Expression = expression;
        Type = type;
        MayBeNull = mayBeNull;
        Form = form;
        Parameter = parameter;
        Key = key;
    }

    /// <summary>The value as it stands at the call.</summary>
    public ExpressionSyntax Expression { get; }

    /// <summary>Its static type, not that of the parameter where <see cref="Form"/> is <see cref="ValueForm.Text"/>.</summary>
    public ITypeSymbol Type { get; }

    /// <summary>Whether the compiler takes it for possibly null.</summary>
    public bool MayBeNull { get; }

    public ValueForm Form { get; }

    /// <summary>The parameter's name, not escaped: equal to the hole's, ignoring case.</summary>
    public string Parameter { get; }

    /// <summary>The field's key where it must be said by [LogName], because the hole's old name is no identifier or is reserved.</summary>
    public string? Key { get; }
}
