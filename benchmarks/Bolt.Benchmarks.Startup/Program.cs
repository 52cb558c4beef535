using System.Diagnostics;
using Bolt.Benchmarks.Startup;

// Nothing of a logger may be loaded before this line, nor anything of another logger after it: each is in a method of its own, whose
// signature names none of its types.
long start = Stopwatch.GetTimestamp();
var output = new FirstByteStream();
switch (args[0])
{
    case "Bolt":
        BoltStart.Background(output);
        break;
    case "BoltSynchronous":
        BoltStart.Synchronous(output);
        break;
    case "BoltProvider":
        BoltStart.Provider(output);
        break;
    case "ZLogger":
        ZLoggerStart.Run(output);
        break;
    case "Serilog":
        SerilogStart.Synchronous(output);
        break;
    case "SerilogAsync":
        SerilogStart.Background(output);
        break;
    case "Microsoft":
        MicrosoftStart.Run(output);
        break;
    case "NLog":
        NLogStart.Run(output);
        break;
    default:
        Console.Error.WriteLine($"'{args[0]}' is no logger.");
        return 2;
}

long flushed = Stopwatch.GetTimestamp();
Outcome.Print(start, output, flushed);
return 0;
