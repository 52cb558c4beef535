using System.Globalization;
using System.Runtime.InteropServices;
using Bolt.Sinks;
using Bolt.Sinks.Native;
using Tail;
using Tail.Filters;
using Tail.Input;
using Tail.Output;

const int Failure = 1;
const int BadUsage = 2;
const int Interrupted = 130;

CommandLine? commandLine = CommandLine.Parse(args, DateTimeOffset.UtcNow, out string problem);
if (commandLine is null)
    return End(BadUsage, $"{problem}. Try --help.");

if (commandLine.IsHelp)
{
    Console.Out.WriteLine(CommandLine.Usage);
    return 0;
}

using var interrupted = new CancellationTokenSource();
using PosixSignalRegistration onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using PosixSignalRegistration onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

// The variable speaks to programs that log; here the command line says what is written.
Environment.SetEnvironmentVariable("BOLT_FORMAT", null);
if (commandLine.NoColor)
    Environment.SetEnvironmentVariable("NO_COLOR", "1");

var filter = new RecordFilter(commandLine.Conditions);
bool showsOthers = filter.AcceptsAll && !commandLine.Json;
LogInput? input;
try
{
    input = Open(commandLine, showsOthers);
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
{
    return End(BadUsage, $"'{commandLine.File}' cannot be opened: {exception.Message}");
}

if (input is null)
    return End(BadUsage, WhyNoInput(commandLine.File));

var progress = Progress.ForConsole();
using var sink = new ConsoleSink(new ConsoleSinkOptions { Format = commandLine.Json ? ConsoleFormat.Json : ConsoleFormat.Text });
var view = new LogView(input, filter, showsOthers, new ShownLines(sink, commandLine.Last, progress), progress);
try
{
    using (input)
        view.Run(interrupted.Token);
}
catch (IOException exception) when (IsClosedPipe(exception))
{
    return 0; // Whoever reads, "head" perhaps, has enough.
}
catch (IOException exception)
{
    progress.Clear();
    return End(Failure, exception.Message);
}

if (view.Others > 0)
{
    string what = view.Others == 1 ? "1 line is no record" : $"{view.Others.ToString("N0", CultureInfo.InvariantCulture)} lines are no records";
    Console.Error.WriteLine($"Tail: {what}{(showsOthers ? "" : ", and not shown")}.");
}

return interrupted.IsCancellationRequested && !commandLine.Follow ? Interrupted : 0;

// The second time the process ends at once: it may be waiting for whoever reads its output.
void Interrupt(PosixSignalContext context)
{
    context.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}

static LogInput? Open(CommandLine commandLine, bool showsOthers)
{
    if (commandLine.File is not { } file)
        return Console.IsInputRedirected ? new LogPipe(Console.OpenStandardInput(), "standard input") : null;
    if (Directory.Exists(file))
        return null;

    // What comes last of lines that match, only reading them tells.
    return LogFiles.Open(file, commandLine.Rolled, commandLine.Follow, showsOthers ? commandLine.Last : null);
}

static string WhyNoInput(string? file)
{
    if (file is null)
        return "there is nothing to read; name a FILE, or pipe a log in. Try --help.";
    if (Directory.Exists(file))
        return $"'{file}' is a directory; name a log file in it.";

    string directory = Path.GetDirectoryName(Path.GetFullPath(file))!;
    return Directory.Exists(directory)
        ? $"'{file}' does not exist; name a file that is in '{directory}'."
        : $"'{file}' does not exist, nor does the directory '{directory}'; check the path.";
}

static bool IsClosedPipe(IOException exception)
{
    const int noData = unchecked((int)0x800700E8), brokenPipe = unchecked((int)0x8007006D);
    return OperatingSystem.IsWindows() ? exception.HResult is noData or brokenPipe : exception.HResult == Posix.BrokenPipe;
}

static int End(int exitCode, string problem)
{
    Console.Error.WriteLine($"Tail: {problem}");
    return exitCode;
}
