namespace Bolt;

/// <summary>The key under which a parameter, property or field is written. It wins over any naming policy.</summary>
/// <param name="name">The key: not empty, no control characters, at most 256 UTF-8 bytes.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = false, Inherited = true)]
public sealed class LogNameAttribute(string name) : Attribute
{
    /// <summary>The key.</summary>
    public string Name { get; } = name;
}
