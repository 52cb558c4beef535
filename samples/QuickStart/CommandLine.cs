using System.Globalization;

namespace QuickStart;

/// <summary>What the command line asks for.</summary>
internal sealed class CommandLine
{
    public const string Usage = """
        Logs one structured event per file of a directory tree.

        Usage: QuickStart [DIRECTORY] [--json FILE] [--time TIME]

          DIRECTORY     where to start; default: the current directory
          --json FILE   write the records to FILE as well, one JSON object a line; an existing file is replaced
          --time TIME   the time of every record, as 2026-11-23T12:30:00Z, for output that is the same every time; default: the clock's
          --help        show this text

        BOLT_FORMAT=json|console and BOLT_LEVEL=trace|debug|info|warn|error|fatal|none change what the console shows.
        """;

    public string Directory { get; private set; } = ".";

    public string? JsonFile { get; private set; }

    /// <summary>The records' time; null for the clock's.</summary>
    public DateTimeOffset? Time { get; private set; }

    public bool IsHelp { get; private set; }

    /// <summary>Reads the arguments; null, and the error, when they are not understood.</summary>
    public static CommandLine? Parse(ReadOnlySpan<string> arguments, out string error)
    {
        var result = new CommandLine();
        bool hasDirectory = false;
        error = "";
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            if (argument is "--help" or "-h")
            {
                result.IsHelp = true;
            }
            else if (argument == "--json")
            {
                if (++i == arguments.Length)
                    error = "--json needs the name of a file";
                else
                    result.JsonFile = arguments[i];
            }
            else if (argument == "--time")
            {
                if (++i == arguments.Length || !DateTimeOffset.TryParse(arguments[i], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
                    error = "--time needs a time, as 2026-11-23T12:30:00Z";
                else
                    result.Time = time;
            }
            else if (argument.StartsWith('-'))
            {
                error = $"unknown option '{argument}'";
            }
            else if (hasDirectory)
            {
                error = $"'{argument}' is a second directory; name one";
            }
            else
            {
                result.Directory = argument;
                hasDirectory = true;
            }
        }

        return error.Length == 0 ? result : null;
    }
}
