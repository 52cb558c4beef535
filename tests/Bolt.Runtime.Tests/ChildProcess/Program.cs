using System.Runtime.CompilerServices;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

/// <summary>Ways for a process to end, each run as a child of a test: arguments are the way, the file to log to, and the delivery.</summary>
internal static class Program
{
    internal const int Records = 100;

    private static BoltLoggerFactory? s_factory;

    private static int Main(string[] args)
    {
        string way = args[0];
        string file = args[1];
        var delivery = Enum.Parse<Delivery>(args[2]);
        s_factory = BoltLoggerFactory.Create(options =>
        {
            options.Delivery = delivery;
            options.DrainTimeout = TimeSpan.FromSeconds(way == "blocked-sink" ? 1 : 20);
            options.ExitOnCritical = way == "exit-on-critical";

            // A slow sink: without a drain, most records would be lost.
            if (way == "blocked-sink")
                options.Sinks.Add(new BlockedSink());

            options.Sinks.Add(new SlowSink(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16)));
        });
        BoltLogger logger = s_factory.CreateLogger("child");
        for (int n = 0; n < Records; n++)
            TestEvent.Write(logger, 0, n);

        switch (way)
        {
            case "return":
                return 3;
            case "blocked-sink":
                return 5;
            case "exit":
                Environment.Exit(4);
                break;
            case "unhandled":
                throw new InvalidOperationException("unhandled");
            case "unhandled-on-thread":
                new Thread(() => throw new InvalidOperationException("unhandled")).Start();
                break;
            case "critical":
                TestEvent.Write(logger, 0, Records, LogLevel.Critical);

                // What follows drains nothing any more: the record must be there already.
                Kill();
                break;
            case "exit-on-critical":
                TestEvent.Write(logger, 0, Records, LogLevel.Critical);
                break;
            case "collected":
                s_factory = null;
                Collect();
                return 0;
            case "late":
                AppDomain.CurrentDomain.ProcessExit += (_, _) => TestEvent.Write(logger, 0, Records);
                return 0;
            case "signal":
                Console.WriteLine("ready");
                break;
        }

        Thread.Sleep(60_000);
        return 99;
    }

    private static void Kill() => System.Diagnostics.Process.GetCurrentProcess().Kill();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    /// <summary>Slow in what it writes, and with a buffer of its own that only a flush empties.</summary>
    private sealed class SlowSink(FileStream stream) : LogSink
    {
        public override void Write(ReadOnlySpan<byte> records, int count)
        {
            Thread.Sleep(20);
            stream.Write(records);
        }

        public override void Flush() => stream.Flush();

        protected override void Dispose(bool disposing) => stream.Dispose();
    }

    private sealed class BlockedSink : LogSink
    {
        public override void Write(ReadOnlySpan<byte> records, int count) => Thread.Sleep(Timeout.Infinite);
    }
}
