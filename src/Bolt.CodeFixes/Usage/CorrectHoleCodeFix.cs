using System.Composition;
using System.Globalization;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.CodeFixes.Usage;

/// <summary>Renames a hole that names no parameter to the parameter it probably means.</summary>
/// <remarks>
/// <c>dotnet format</c> takes the fixes of a rule in the order of their types, which is that of their files. This one comes before
/// <see cref="DeclareHoleCodeFix"/>, because it breaks no call.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectHoleCodeFix)), Shared]
public sealed class CorrectHoleCodeFix() : UsageCodeFix(RuleIds.UnknownHole)
{
    private protected override string EquivalenceKey => "Bolt.RenameHole";

    private protected override SyntaxEdit? Plan(UsageTarget target)
    {
        if (target.Method is not { } method
            || TemplateLiteral.Find(target) is not { HoleName: { } hole } template
            || target.Model.GetDeclaredSymbol(method) is not { } symbol)
        {
            return null;
        }

        var fields = symbol.Parameters.Where(parameter => !LoggerTypes.IsLogger(parameter) && !LoggerTypes.IsLevel(parameter)).ToList();
        if (Nearest(hole, fields) is not { } name)
            return null;

        if (char.IsUpper(hole[0]))
            name = char.ToUpperInvariant(name[0]) + name.Substring(1);

        return template.RenameHole($"Rename the hole to '{name}'", name);
    }

    private static string? Nearest(string hole, List<IParameterSymbol> fields)
    {
        if (int.TryParse(hole, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return position < fields.Count ? fields[position].Name : null;

        var nearest = fields
            .Select(field => (field.Name, Distance: Distance(hole.ToUpperInvariant(), field.Name.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return nearest.Name is not null && 2 * nearest.Distance <= Math.Max(hole.Length, nearest.Name.Length) ? nearest.Name : null;
    }

    /// <summary>The number of letters to insert, remove or replace to make one name of the other.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
