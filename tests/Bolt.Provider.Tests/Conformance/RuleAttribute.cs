namespace Bolt.Provider.Tests.Conformance;

/// <summary>Makes a static method with one parameter, a <see cref="ConformanceSubject"/>, a rule. Its name is the rule's name; it throws where the rule is broken.</summary>
/// <param name="requirement">What is required, in a sentence.</param>
/// <param name="source">Who requires it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuleAttribute(string requirement, string source) : Attribute
{
    public string Requirement { get; } = requirement;

    public string Source { get; } = source;
}
