using System.Text;

namespace Bolt.Provider.Tests.Conformance;

/// <summary>Rules by subjects, as the tables of a page.</summary>
public static class ConformanceTable
{
    /// <param name="subjects">The columns.</param>
    /// <param name="remark">Why a subject, by its name, breaks a rule, by its name; null where it keeps it.</param>
    public static string Of(IReadOnlyList<ConformanceSubject> subjects, Func<string, string, string?> remark)
    {
        var text = new StringBuilder();
        Summary(text, subjects, remark);
        foreach (IGrouping<string, ConformanceRule> group in RuleBook.All.GroupBy(rule => rule.Group))
        {
            text.Append("\n### ").Append(Words(group.Key)).Append("\n\n| Rule | Source |");
            foreach (ConformanceSubject subject in subjects)
                text.Append(' ').Append(subject.Name).Append(" |");

            text.Append(" Remarks |\n|---|---|").Insert(text.Length, ":-:|", subjects.Count).Append("---|\n");
            foreach (ConformanceRule rule in group)
                Row(text, rule, subjects, remark);
        }

        return text.ToString();
    }

    private static void Summary(StringBuilder text, IReadOnlyList<ConformanceSubject> subjects, Func<string, string, string?> remark)
    {
        text.Append("| Subject | Rules kept | Set up as |\n|---|---|---|\n");
        foreach (ConformanceSubject subject in subjects)
        {
            int kept = RuleBook.All.Count(rule => remark(subject.Name, rule.Name) is null);
            text.Append("| ").Append(subject.Name).Append(" | ").Append(kept).Append(" of ").Append(RuleBook.All.Count).Append(" | ").Append(subject.Setup).Append(" |\n");
        }
    }

    private static void Row(StringBuilder text, ConformanceRule rule, IReadOnlyList<ConformanceSubject> subjects, Func<string, string, string?> remark)
    {
        text.Append("| **").Append(rule.Name.Replace('_', ' ')).Append(".** ").Append(rule.Requirement.Replace("|", "\\|", StringComparison.Ordinal))
            .Append(" | ").Append(rule.Source).Append(" |");
        var remarks = new List<string>();
        foreach (ConformanceSubject subject in subjects)
        {
            string? why = remark(subject.Name, rule.Name);
            text.Append(why is null ? " ✓ |" : " ✗ |");
            if (why is not null)
                remarks.Add($"{subject.Name}: {why}");
        }

        text.Append(' ').AppendJoin("; ", remarks).Append(remarks.Count > 0 ? " |\n" : "|\n");
    }

    /// <summary>NestedCall: Nested call.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (char c in name)
        {
            if (char.IsUpper(c) && words.Length > 0)
                words.Append(' ').Append(char.ToLowerInvariant(c));
            else
                words.Append(c);
        }

        return words.ToString();
    }
}
