namespace Bolt.Generators;

/// <summary>The names of the generator's steps, by which tests see what the compiler cached.</summary>
internal static class TrackingNames
{
    /// <summary>The models of the methods that one node stands for.</summary>
    public const string Parsed = nameof(Parsed);

    /// <summary>Each of them.</summary>
    public const string Methods = nameof(Methods);

    /// <summary>All of them.</summary>
    public const string Collected = nameof(Collected);

    /// <summary>The models by containing type.</summary>
    public const string Types = nameof(Types);

    /// <summary>The project's folder, if the catalogue of the events is asked for.</summary>
    public const string CatalogueFolder = nameof(CatalogueFolder);

    public static readonly string[] All = [Parsed, Methods, Collected, Types];
}
