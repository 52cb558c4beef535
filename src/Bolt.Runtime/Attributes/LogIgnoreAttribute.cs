namespace Bolt;

/// <summary>Leaves a property or field out of the object that <see cref="LogFieldsAttribute"/> writes.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, AllowMultiple = false, Inherited = true)]
public sealed class LogIgnoreAttribute : Attribute;
