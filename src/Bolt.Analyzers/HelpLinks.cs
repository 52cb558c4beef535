namespace Bolt.Analyzers;

/// <summary>Where the page of a rule is.</summary>
internal static class HelpLinks
{
    /// <summary>The address of the page of the rule <paramref name="id"/>.</summary>
    public static string For(string id) => "https://github.com/bolt-logging/bolt/blob/main/docs/rules/" + id + ".md";
}
