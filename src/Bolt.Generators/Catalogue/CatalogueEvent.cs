namespace Bolt.Generators.Catalogue;

/// <summary>An event as whoever reads the log sees it. Overloads and methods that share an event's name are one each.</summary>
/// <param name="Type">The metadata name of the type that declares the log method, such as <c>Shop.Orders+Log</c>.</param>
/// <param name="Name">The event's name.</param>
/// <param name="Level">The level's name, <c>Information</c> for one; <c>Dynamic</c> where the call gives it.</param>
/// <param name="Id">The event's id; null if none.</param>
/// <param name="Template">The message template, verbatim.</param>
/// <param name="Fields">The fields, in the order of the record.</param>
internal sealed record CatalogueEvent(string Type, string Name, string Level, int? Id, string Template, IReadOnlyList<CatalogueField> Fields)
{
    /// <summary>The level where a parameter gives it.</summary>
    public const string DynamicLevel = "Dynamic";

    /// <summary>The names that <see cref="Level"/> may have, the least level first.</summary>
    public static readonly string[] Levels = ["Trace", "Debug", "Information", "Warning", "Error", "Critical", DynamicLevel];

    /// <summary>The log method's name.</summary>
    public string Method { get; init; } = "";

    /// <summary>The category, where the method's logger is an <c>ILogger&lt;T&gt;</c>; else empty.</summary>
    public string Category { get; init; } = "";

    /// <summary>The file that declares the method, as seen from the project's folder, with slashes; empty where nobody asked.</summary>
    public string File { get; init; } = "";

    /// <summary>The line of the method's name, from 1; 0 where nobody asked.</summary>
    public int Line { get; init; }
}
