using System.Text;
using Bolt.Analyzers.Usage;
using Bolt.CodeFixes.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Tests.Catalogue;

/// <summary>Every rule of the product, found by reflection, and the table of them.</summary>
internal static class Rules
{
    private const string Begin = "<!-- rules -->\n";
    private const string End = "<!-- /rules -->";

    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } =
        [.. Instances<DiagnosticAnalyzer>(typeof(LogEventUsageAnalyzer))];

    public static IReadOnlyList<CodeFixProvider> Fixes { get; } =
        [.. Instances<CodeFixProvider>(typeof(MakePartialCodeFix))];

    /// <summary>The rules by id.</summary>
    public static IReadOnlyDictionary<string, DiagnosticDescriptor> All { get; } = new SortedDictionary<string, DiagnosticDescriptor>(
        Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Where(rule => rule.Id.StartsWith("BOLT", StringComparison.Ordinal))
            .GroupBy(rule => rule.Id)
            .ToDictionary(group => group.Key, group => group.First()),
        StringComparer.Ordinal);

    public static string Severity(DiagnosticDescriptor rule) =>
        !rule.IsEnabledByDefault ? "off" : rule.DefaultSeverity == DiagnosticSeverity.Info ? "suggestion" : rule.DefaultSeverity.ToString().ToLowerInvariant();

    /// <summary>Whether it is a rule of the gate: BOLT9xxx.</summary>
    public static bool IsOfTheGate(string id) => id.StartsWith("BOLT9", StringComparison.Ordinal);

    /// <summary>Whether what the rule reports is not in code, so that no pragma and no .editorconfig reaches it.</summary>
    public static bool IsOutsideOfCode(string id) => IsOfTheGate(id) || id == RuleIds.MalformedEventFile;

    public static bool HasFix(string id) => Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id));

    /// <summary>The table between its markers.</summary>
    /// <param name="pages">Where the pages are, as seen from the file that has the table.</param>
    public static string Table(string pages)
    {
        var table = new StringBuilder(Begin).Append("| Id | Rule | Severity | Code fix |\n|---|---|---|---|\n");
        foreach (var (id, rule) in All)
            table.Append($"| [{id}]({pages}{id}.md) | {rule.Title} | {Severity(rule)} | {(HasFix(id) ? "yes" : "")} |\n");

        return table.Append(End).ToString();
    }

    /// <summary>The table as it stands in a file; null if there is none.</summary>
    public static string? TableIn(string text)
    {
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin ? null : text[begin..(end + End.Length)];
    }

    private static IEnumerable<T> Instances<T>(Type inAssembly) => inAssembly.Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
        .Select(type => (T)Activator.CreateInstance(type)!);
}
