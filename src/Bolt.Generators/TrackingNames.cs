namespace Bolt.Generators;

/// <summary>The names of the generator's steps, by which tests see what the compiler cached.</summary>
internal static class TrackingNames
{
    /// <summary>One model per declaration.</summary>
    public const string Parsed = nameof(Parsed);

    /// <summary>The models that a body can be generated for.</summary>
    public const string Methods = nameof(Methods);

    /// <summary>All of them.</summary>
    public const string Collected = nameof(Collected);

    /// <summary>The models by containing type.</summary>
    public const string Types = nameof(Types);

    public static readonly string[] All = [Parsed, Methods, Collected, Types];
}
