using System.Diagnostics;
using Bolt;
using Bolt.Sinks;
using QuickStart;

const int Failure = 1;
const int BadUsage = 2;

CommandLine? commandLine = CommandLine.Parse(args, out string problem);
if (commandLine is null)
    return Refuse($"{problem}. Try --help.");

if (commandLine.IsHelp)
{
    Console.Out.WriteLine(CommandLine.Usage);
    return 0;
}

string root = commandLine.Directory;
if (!Directory.Exists(root))
    return Refuse($"'{commandLine.Directory}' is not a directory.");

FileStream? json = null;
try
{
    if (commandLine.JsonFile is { } file)
        json = File.Create(file);
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
{
    return Refuse($"'{commandLine.JsonFile}' cannot be written: {exception.Message}");
}

int loggingErrors = 0;
var cost = new LogCost();
long start = Stopwatch.GetTimestamp();
using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
{
    // Where a file is missing, its path says it all.
    options.Include &= ~RecordParts.ErrorStack;
    if (commandLine.Time is { } time)
        options.Clock = new StoppedTime(time);
    options.Sinks.Add(new ConsoleSink());
    if (json is not null)
        options.Sinks.Add(new StreamSink(json));

    options.OnError = error =>
    {
        if (Interlocked.Increment(ref loggingErrors) == 1)
            Console.Error.WriteLine(error);
    };
}))
{
    new DirectoryWalk(root, factory.CreateLogger("QuickStart"), cost).Run();
}

TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
Console.Error.WriteLine($"{cost.Calls:N0} events in {elapsed.TotalMilliseconds:N0} ms: {cost.Calls / elapsed.TotalSeconds:N0} events/s, the walk included.");
Console.Error.WriteLine(
    $"Allocated by the log calls: 0 B in {cost.Calls - cost.AllocatingCalls:N0} of them; {cost.Bytes:N0} B in {cost.AllocatingCalls:N0}, "
    + $"which set up buffers ({(double)cost.Bytes / cost.Calls:N2} B per event).");
return loggingErrors == 0 ? 0 : Failure;

static int Refuse(string problem)
{
    Console.Error.WriteLine($"QuickStart: {problem}");
    return BadUsage;
}
