using System.Text.RegularExpressions;

namespace Bolt.Operations.Tests.Servers;

/// <summary>Shortens how long a rule looks back and waits, so that a test need not; what it asks for, and its thresholds, stay.</summary>
internal static partial class RuleOverlay
{
    private const string Window = "[10s]";
    private const string Wait = "for: 2s";

    public static string Shorten(string rules) => Waits().Replace(Windows().Replace(rules, Window), Wait);

    [GeneratedRegex(@"\[\d+[smhd]\]")]
    private static partial Regex Windows();

    [GeneratedRegex(@"(?<=^\s*)for: \d+[smhd]$", RegexOptions.Multiline)]
    private static partial Regex Waits();
}
