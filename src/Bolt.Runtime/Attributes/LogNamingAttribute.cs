namespace Bolt;

/// <summary>How the keys of this assembly's <see cref="LogEventAttribute"/> methods are derived from their names, at compile time.</summary>
/// <param name="naming">The policy.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false)]
public sealed class LogNamingAttribute(FieldNaming naming) : Attribute
{
    /// <summary>The policy.</summary>
    public FieldNaming Naming { get; } = naming;
}

/// <summary>A policy for the keys of fields.</summary>
public enum FieldNaming
{
    /// <summary>The name in the template, else the parameter's name, unchanged.</summary>
    Verbatim,

    /// <summary><c>userId</c>, <c>UserId</c> and <c>UserID</c> become <c>user_id</c>.</summary>
    SnakeCase,

    /// <summary><c>UserId</c> becomes <c>userId</c>.</summary>
    CamelCase,
}
