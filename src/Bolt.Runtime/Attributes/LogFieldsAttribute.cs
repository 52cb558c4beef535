namespace Bolt;

/// <summary>
/// Writes a value's public properties and fields as a nested JSON object, by code generated at compile time.
/// </summary>
/// <remarks>
/// Property types are followed without further attributes to a depth of 8, cycles included; deeper values are written as
/// <c>null</c> and counted. <see cref="LogNameAttribute"/>, <see cref="LogIgnoreAttribute"/> and
/// <see cref="SensitiveAttribute"/> work on the properties, fields and record parameters of the type.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class LogFieldsAttribute : Attribute
{
    /// <summary>Writes the members as fields of the record itself instead of a nested object.</summary>
    public bool Flatten { get; set; }
}
