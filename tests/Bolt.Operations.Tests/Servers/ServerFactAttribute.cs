namespace Bolt.Operations.Tests.Servers;

/// <summary>A test that runs programs of the machine's: skipped by their names where they are missing; with <c>BOLT_OPERATIONS=required</c> it fails there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServerFactAttribute : FactAttribute
{
    /// <param name="tools">The names of the programs.</param>
    public ServerFactAttribute(params string[] tools) => Skip = Tool.AreRequired ? null : Tool.WhyNot(tools);
}

/// <summary><see cref="ServerFactAttribute"/> for theories.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServerTheoryAttribute : TheoryAttribute
{
    /// <param name="tools">The names of the programs.</param>
    public ServerTheoryAttribute(params string[] tools) => Skip = Tool.AreRequired ? null : Tool.WhyNot(tools);
}
