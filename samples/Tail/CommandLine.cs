using System.Globalization;
using Tail.Filters;

namespace Tail;

/// <summary>What the command line asks for.</summary>
internal sealed class CommandLine
{
    public const string Usage = """
        Shows a JSON log that Bolt wrote as Bolt's console sink would.

        Usage: Tail [FILE] [OPTION]...

          FILE               the log; without it, or with -, standard input
          -n, --tail N       only the last N lines of those that match
          -f, --follow       then go on as FILE grows, is cut, is replaced by logrotate, or is rolled by Bolt, until Ctrl+C
          --rolled           before FILE those that Bolt rolled from it, the oldest first
          --level LEVEL      records of this level and above: trace, debug, info, warn, error, fatal
          --where CONDITION  records whose field meets the condition; given more than once, all must be met
          --since TIME       records of this time and later
          --until TIME       records before this time
          --json             the records as they are, and no other lines
          --no-color         no colours, even on a terminal
          --help             show this text

          CONDITION  KEY=VALUE, !=, >, >=, <, <=; ~ contains, !~ does not: userId=42, "elapsed>100", category~Orders, event=OrderPaid.
                     order.id=3 looks into objects. Upper and lower case differ. A record without the field meets no condition.
          TIME       2026-11-23, 2026-11-23T12:30, 2026-11-23T12:30:00.5Z (UTC unless it says otherwise), or how long ago: 90s, 15m, 2h, 1d

        Lines that are no records are shown if nothing is asked of records, and counted. The count and the progress go to standard error.

        Exit code: 0 done; 1 reading or writing failed; 2 the command line is not understood, or FILE cannot be opened; 130 interrupted before the end.
        """;

    private const string StandardInput = "-";

    private readonly List<Condition> _conditions = [];

    /// <summary>The log; null for standard input.</summary>
    public string? File { get; private set; }

    public bool Follow { get; private set; }

    public bool Rolled { get; private set; }

    /// <summary>The number of lines; null for all.</summary>
    public int? Last { get; private set; }

    public IReadOnlyList<Condition> Conditions => _conditions;

    public bool Json { get; private set; }

    public bool NoColor { get; private set; }

    public bool IsHelp { get; private set; }

    /// <summary>Reads the arguments; null, and the error, when they are not understood.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="now">From when times ago count.</param>
    /// <param name="error">What is wrong with them and what would be right.</param>
    public static CommandLine? Parse(ReadOnlySpan<string> arguments, DateTimeOffset now, out string error)
    {
        var result = new CommandLine();
        error = "";
        for (int i = 0; i < arguments.Length && error.Length == 0; i++)
        {
            string argument = arguments[i];
            if (argument == StandardInput || !argument.StartsWith('-'))
            {
                error = result.TakeFile(argument);
                continue;
            }

            int equals = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=', StringComparison.Ordinal) : -1;
            string name = equals < 0 ? argument : argument[..equals];
            if (result.TakeSwitch(name))
            {
                if (equals >= 0)
                    error = $"{name} takes no value";
            }
            else if (!TakesValue(name))
            {
                error = $"unknown option '{name}'";
            }
            else if (equals < 0 && i + 1 == arguments.Length)
            {
                error = $"{name} needs a value";
            }
            else
            {
                error = result.TakeValue(name, equals < 0 ? arguments[++i] : argument[(equals + 1)..], now);
            }
        }

        if (error.Length == 0 && !result.IsHelp && result.File is null && (result.Follow || result.Rolled))
            error = $"{(result.Follow ? "--follow" : "--rolled")} needs FILE; standard input is read to its end anyway";
        return error.Length == 0 ? result : null;
    }

    private string TakeFile(string argument)
    {
        if (argument.Length == 0)
            return "FILE is empty; name a file";
        if (File is not null)
            return $"'{argument}' is a second file; name one, or pipe them in: cat {File} {argument} | Tail";
        File = argument == StandardInput ? null : argument;
        return "";
    }

    private bool TakeSwitch(string name)
    {
        switch (name)
        {
            case "-f" or "--follow":
                Follow = true;
                return true;
            case "--rolled":
                Rolled = true;
                return true;
            case "--json":
                Json = true;
                return true;
            case "--no-color":
                NoColor = true;
                return true;
            case "-h" or "--help":
                IsHelp = true;
                return true;
            default:
                return false;
        }
    }

    private static bool TakesValue(string name) => name is "-n" or "--tail" or "--level" or "--where" or "--since" or "--until";

    private string TakeValue(string name, string value, DateTimeOffset now)
    {
        switch (name)
        {
            case "-n" or "--tail":
                if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int last) || last == 0)
                    return $"{name} '{value}': a number of lines from 1 to {int.MaxValue} is needed";
                Last = last;
                return "";
            case "--level":
                return Take(LevelCondition.Parse(value, out string levelError), $"{name} {levelError}");
            case "--where":
                return Take(FieldCondition.Parse(value, out string fieldError), $"{name} {fieldError}");
            default:
                return Take(TimeCondition.Parse(value, isSince: name == "--since", now, out string timeError), $"{name} {timeError}");
        }
    }

    private string Take(Condition? condition, string error)
    {
        if (condition is null)
            return error;
        _conditions.Add(condition);
        return "";
    }
}
