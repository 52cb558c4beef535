namespace Bolt.Analyzers;

/// <summary>The categories of the rules; a category's name is as stable as an id.</summary>
internal static class RuleCategories
{
    /// <summary>BOLT0xxx: a declaration that the generator cannot turn into a log method.</summary>
    public const string Usage = "Bolt.Usage";

    /// <summary>BOLT1xxx: a heap allocation where none is wanted.</summary>
    public const string Allocation = "Bolt.Allocation";

    /// <summary>BOLT2xxx: a log call that could be better.</summary>
    public const string Logging = "Bolt.Logging";

    /// <summary>BOLT9xxx: what the build finds in the compiled assembly, or cannot do with it.</summary>
    public const string Gate = "Bolt.Gate";
}
