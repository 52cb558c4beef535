namespace Bolt.Sinks;

/// <summary>How a <see cref="ConsoleSink"/> writes. Read once, when the sink is created. The environment wins over these values.</summary>
public sealed class ConsoleSinkOptions
{
    /// <summary>JSON lines or text. Default: <see cref="ConsoleFormat.Auto"/>. Environment: <c>BOLT_FORMAT</c> = <c>json</c> or <c>console</c>.</summary>
    public ConsoleFormat Format { get; set; } = ConsoleFormat.Auto;

    /// <summary>
    /// Whether text is coloured. Default: <see cref="AnsiColors.Auto"/>. Environment: <c>NO_COLOR</c>, if not empty, turns colours off;
    /// otherwise <c>FORCE_COLOR</c>, if neither empty nor <c>0</c>, turns them on.
    /// </summary>
    public AnsiColors Colors { get; set; } = AnsiColors.Auto;

    /// <summary>Whether the sink writes to standard error instead of standard output. Default: false.</summary>
    public bool ToStandardError { get; set; }
}

/// <summary>What a <see cref="ConsoleSink"/> writes.</summary>
public enum ConsoleFormat
{
    /// <summary>Text to a terminal, JSON to anything else.</summary>
    Auto,

    /// <summary>The records as they are: one JSON object a line.</summary>
    Json,

    /// <summary>One readable line a record: <c>info[2025-07-13T15:30:00Z] hello name="Ada L." n=1</c>, and a stack trace on indented lines.</summary>
    Text,
}

/// <summary>When text is coloured.</summary>
public enum AnsiColors
{
    /// <summary>When the target is a terminal.</summary>
    Auto,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}
