using System.Globalization;
using Bolt.Sinks.Native;
using Microsoft.Win32.SafeHandles;

namespace Tail.Output;

/// <summary>How far a long reading is, as a line of standard error that is wiped before anything else is written. For one thread.</summary>
internal sealed class Progress(TextWriter? terminal, TimeProvider clock)
{
    private const string Wipe = "\r\e[K";

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_next = TimeSpan.FromSeconds(0.2);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _due = s_first;
    private bool _isShown;

    /// <summary>
    /// Shown if standard error is a terminal, unless standard output is a pipe: what reads that, a pager perhaps, may write to the same terminal.
    /// </summary>
    public static Progress ForConsole()
    {
        if (Console.IsErrorRedirected || IsPipe())
            return new Progress(null, TimeProvider.System);

        // On Unix the console's stream would first set up the terminal for input, in the middle of the lines.
        Stream terminal = OperatingSystem.IsWindows() ? Console.OpenStandardError() : new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return new Progress(new StreamWriter(terminal) { AutoFlush = true }, TimeProvider.System);
    }

    /// <summary>Shows, if it is time, how much is read.</summary>
    /// <param name="read">Bytes.</param>
    /// <param name="total">Bytes; 0 if unknown.</param>
    public void Report(long read, long total)
    {
        if (terminal is null || total <= 0 || read >= total)
            return;

        TimeSpan elapsed = clock.GetElapsedTime(_start);
        if (elapsed < _due)
            return;

        _due = elapsed + s_next;
        _isShown = true;
        terminal.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{Wipe}{100 * (double)read / total:N0} % of {total / 1e6:N0} MB, {read / elapsed.TotalSeconds / 1e6:N0} MB/s"));
    }

    /// <summary>Wipes the line, if it is there.</summary>
    public void Clear()
    {
        if (!_isShown)
            return;
        _isShown = false;
        terminal!.Write(Wipe);
    }

    private static bool IsPipe()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
            return Console.IsOutputRedirected;
        using var output = new SafeFileHandle(1, ownsHandle: false);
        return FileStatus.Of(output, out FileStatus status) != Lookup.Found || !(status.IsRegular || FileStatus.IsNullDevice(status));
    }
}
