using System.Text;
using Bolt.Sinks.Native;

namespace Bolt.Sinks;

/// <summary>Writes records to standard output or standard error: as JSON, or as text that is safe to show on a terminal.</summary>
/// <remarks>
/// A batch is one write, so a line is never mixed with another program's. In text, whatever could drive the terminal (control
/// characters, escape sequences, bidirectional overrides, line separators) is written as <c>\n</c>, <c>\xNN</c> or <c>\uNNNN</c>.
/// A closed pipe is an <see cref="IOException"/> of each write, which the delivery counts and reports.
/// </remarks>
public sealed class ConsoleSink : LogSink
{
    internal const string FormatVariable = "BOLT_FORMAT";

    private readonly LineTarget _target;
    private readonly ConsoleText? _text;
    private bool _disposed;

    /// <summary>Creates a sink on standard output: text on a terminal, otherwise JSON, unless the environment says otherwise.</summary>
    public ConsoleSink()
        : this(new ConsoleSinkOptions())
    {
    }

    /// <summary>Creates a sink.</summary>
    /// <param name="options">Read during this call only.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is not a value of its enumeration.</exception>
    public ConsoleSink(ConsoleSinkOptions options)
        : this(options, Environment.GetEnvironmentVariable, LineTarget.Standard((options ?? throw new ArgumentNullException(nameof(options))).ToStandardError))
    {
    }

    internal ConsoleSink(ConsoleSinkOptions options, Func<string, string?> environment, LineTarget target)
    {
        if (!Enum.IsDefined(options.Format))
            throw new ArgumentOutOfRangeException(nameof(options.Format), options.Format, "ConsoleSinkOptions.Format must be Auto, Json or Text.");
        if (!Enum.IsDefined(options.Colors))
            throw new ArgumentOutOfRangeException(nameof(options.Colors), options.Colors, "ConsoleSinkOptions.Colors must be Auto, Always or Never.");

        var terminal = target.IsTerminal;
        _target = target;
        MayBlock = target.Status is not { } status || !(status.IsRegular || FileStatus.IsNullDevice(status));
        if (!WritesText(options.Format, environment, terminal))
            return;

        var colors = WritesColors(options.Colors, environment, terminal);
        if (terminal && OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            colors = colors && Win32.EnableColors(options.ToStandardError);
        }

        _text = new ConsoleText(colors);
    }

    /// <summary>Whether records are written as text for people, not as JSON.</summary>
    internal bool RendersText => _text is not null;

    /// <summary>False when the target is a regular file or the null device; otherwise true.</summary>
    public override bool MayBlock { get; }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The sink is disposed.</exception>
    /// <exception cref="IOException">The target is closed or full; some of the records may be written.</exception>
    public override void Write(ReadOnlySpan<byte> records, int count)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _target.Write(_text is null ? records : _text.Render(records));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_disposed)
            return;

        _disposed = true;
        _target.Dispose();
    }

    /// <summary>What a value of <c>BOLT_FORMAT</c> says; <see cref="ConsoleFormat.Auto"/> if it is null or blank. False if it is neither <c>json</c> nor <c>console</c>.</summary>
    internal static bool TryParseFormat(string? value, out ConsoleFormat format)
    {
        var text = value.AsSpan().Trim();
        format = text.Equals("json", StringComparison.OrdinalIgnoreCase) ? ConsoleFormat.Json
            : text.Equals("console", StringComparison.OrdinalIgnoreCase) ? ConsoleFormat.Text
            : ConsoleFormat.Auto;
        return text.IsEmpty || format != ConsoleFormat.Auto;
    }

    internal static bool WritesText(ConsoleFormat option, Func<string, string?> environment, bool terminal)
    {
        // A value that means nothing counts as unset here; the factory reports it.
        _ = TryParseFormat(environment(FormatVariable), out var format);
        if (format == ConsoleFormat.Auto)
            format = option;
        return format == ConsoleFormat.Auto ? terminal : format == ConsoleFormat.Text;
    }

    internal static bool WritesColors(AnsiColors option, Func<string, string?> environment, bool terminal)
    {
        if (!string.IsNullOrEmpty(environment("NO_COLOR")))
            return false;
        if (environment("FORCE_COLOR") is { Length: > 0 } force && force != "0")
            return true;
        return option == AnsiColors.Auto ? terminal : option == AnsiColors.Always;
    }
}
