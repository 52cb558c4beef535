using System.Collections.Immutable;
using Bolt.Generators.Parsing;

namespace Bolt.Analyzers.Usage;

/// <summary>What a diagnostic tells the fixes beyond its place.</summary>
public static class UsageProperties
{
    /// <summary>The key that is taken or reserved.</summary>
    public const string Key = "Key";

    /// <summary>The parameter, or the member of a parameter's type, that is written under it.</summary>
    public const string Member = "Member";

    /// <summary>The attribute that contradicts [LogEvent].</summary>
    public const string OtherAttribute = "OtherAttribute";

    internal static ImmutableDictionary<string, string?> Of(in UsageProblem problem)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        return problem.Kind switch
        {
            UsageProblemKind.DuplicateKey or UsageProblemKind.ReservedKey => none.Add(Key, problem.Args[0]).Add(Member, problem.Args[1]),
            UsageProblemKind.ConflictingAttribute => none.Add(OtherAttribute, problem.Args[1]),
            _ => none,
        };
    }
}
