namespace Bolt.Gate.Detection;

/// <summary>The members of the framework that always allocate, by name: what each call to them costs does not show in the caller's instructions.</summary>
internal static class LibraryCalls
{
    private static readonly HashSet<string> s_stringCopies =
    [
        "Substring", "Replace", "ReplaceLineEndings", "ToUpper", "ToUpperInvariant", "ToLower", "ToLowerInvariant", "Trim", "TrimStart", "TrimEnd",
        "PadLeft", "PadRight", "Insert", "Remove", "Split", "ToCharArray", "Create", "Copy", "Normalize",
    ];

    // The others return one value and look at arrays and lists directly.
    private static readonly HashSet<string> s_linq =
    [
        "Append", "AsEnumerable", "Cast", "Chunk", "Concat", "CountBy", "AggregateBy", "DefaultIfEmpty", "Distinct", "DistinctBy", "Except", "ExceptBy",
        "GroupBy", "GroupJoin", "Index", "Intersect", "IntersectBy", "Join", "LeftJoin", "OfType", "Order", "OrderBy", "OrderByDescending", "OrderDescending",
        "Prepend", "Range", "Repeat", "Reverse", "RightJoin", "Select", "SelectMany", "Shuffle", "Skip", "SkipLast", "SkipWhile", "Take", "TakeLast",
        "TakeWhile", "ThenBy", "ThenByDescending", "ToArray", "ToDictionary", "ToHashSet", "ToList", "ToLookup", "Union", "UnionBy", "Where", "Zip",
    ];

    private static readonly HashSet<string> s_copies = ["ToArray", "ToList", "ToImmutableArray", "ToImmutableList", "ToHashSet", "ToDictionary"];

    public static bool CopiesString(string method) => s_stringCopies.Contains(method);

    public static bool IsLinq(string method) => method != "AsEnumerable" && s_linq.Contains(method);

    public static bool Copies(string method) => s_copies.Contains(method);
}
