using System.Globalization;
using System.IO;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Calls;

/// <summary>Says in the middle of a sentence what a member does that allocates: "boxes 'int' to 'object' (File.cs:12)".</summary>
internal static class AllocationPhrase
{
    public static string Of(in Detection.Allocation allocation)
    {
        var arguments = allocation.Arguments;
        return allocation.Rule.Id switch
        {
            RuleIds.ObjectCreation => "creates a '" + First(arguments) + "'",
            RuleIds.RecordCopy => "copies a '" + First(arguments) + "'",
            RuleIds.StringFormatting => "formats a string with '" + First(arguments) + "'",
            RuleIds.ToStringCall => "calls '" + First(arguments) + ".ToString()'",
            RuleIds.StringCopy => "copies characters to a new string",
            RuleIds.BoxingReceiver => "boxes '" + First(arguments) + "'",
            RuleIds.DefaultComparer => "compares by boxing in '" + First(arguments) + "'",
            RuleIds.DefaultInterfaceMember => "boxes a struct to call '" + First(arguments) + "'",
            RuleIds.Linq => "allocates in '" + First(arguments) + "'",
            RuleIds.Iterator => "is an iterator",
            RuleIds.AsyncMethod => "is async",
            _ => Clause(allocation.Rule, arguments),
        };
    }

    public static string Place(Location location)
    {
        var line = location.GetLineSpan();
        return " (" + Path.GetFileName(line.Path) + ":" + (line.StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture) + ")";
    }

    private static string First(object[] arguments) => arguments.Length > 0 ? arguments[0].ToString() : "";

    /// <summary>The rule's message up to its cure.</summary>
    private static string Clause(DiagnosticDescriptor rule, object[] arguments)
    {
        var format = rule.MessageFormat.ToString(CultureInfo.InvariantCulture);
        var end = format.LastIndexOf("; ", StringComparison.Ordinal);
        var clause = string.Format(CultureInfo.InvariantCulture, end < 0 ? format : format.Substring(0, end), arguments);
        return char.ToLowerInvariant(clause[0]) + clause.Substring(1);
    }
}
