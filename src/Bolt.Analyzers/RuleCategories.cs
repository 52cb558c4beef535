namespace Bolt.Analyzers;

/// <summary>The categories of the rules; a category's name is as stable as an id.</summary>
internal static class RuleCategories
{
    /// <summary>BOLT0xxx: a declaration that the generator cannot turn into a log method.</summary>
    public const string Usage = "Bolt.Usage";
}
