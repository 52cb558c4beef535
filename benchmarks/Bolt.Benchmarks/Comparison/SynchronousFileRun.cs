using System.Diagnostics;
using System.Runtime.InteropServices;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Limit;
using Bolt.Benchmarks.Workloads;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace Bolt.Benchmarks.Comparison;

/// <summary>Synchronous delivery to a file, a write a record, against a bare write(2) of the same line: what there is besides the system call.</summary>
internal static unsafe partial class SynchronousFileRun
{
    private const int Rounds = 25;
    private const int Events = 5_000;

    public static SynchronousFileRow Run()
    {
        string path = Path.Combine(Path.GetTempPath(), $"bolt-benchmark-{Guid.NewGuid():N}.log");
        try
        {
            using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
            {
                options.Delivery = Delivery.Synchronous;
                options.Sinks.Add(new FileSink(path));
            });
            ILogger logger = factory.CreateLogger(LoggedValues.Category);
            using var limit = new LimitWriter();
            limit.TwoFields(LoggedValues.UserId(0), LoggedValues.Address);
            byte[] line = limit.Last.ToArray();
            string barePath = path + ".bare";
            using SafeFileHandle bare = Append(barePath);

            var ours = new List<double>();
            var theirs = new List<double>();
            var ratios = new List<double>();
            for (int round = -5; round < Rounds; round++)
            {
                double own = Bolt(logger);
                double system = Bare(bare, line);
                Truncate(path);
                RandomAccess.SetLength(bare, 0);
                if (round < 0)
                    continue;

                ours.Add(own);
                theirs.Add(system);
                ratios.Add(own / system);
            }

            return new SynchronousFileRow(Spread.Of(ours), Spread.Of(theirs), Spread.Of(ratios));
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + ".bare");
        }
    }

    private static double Bolt(ILogger logger)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Events; i++)
            BoltEvents.UserLoggedIn(logger, LoggedValues.UserId(i), LoggedValues.Address);

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Events;
    }

    private static double Bare(SafeFileHandle file, byte[] line)
    {
        nint descriptor = file.DangerousGetHandle();
        fixed (byte* p = line)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Events; i++)
            {
                if (write((int)descriptor, p, line.Length) != line.Length)
                    throw new IOException("The bare write did not take the line.");
            }

            return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Events;
        }
    }

    private static void Truncate(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.SetLength(0);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, byte* buffer, nint count);

    /// <summary>Opened as a log file is: every write goes to the end.</summary>
    private static SafeFileHandle Append(string path)
    {
        const int writeOnly = 1, create = 0x40, append = 0x400;
        int descriptor = open(path, writeOnly | create | append, 0x180);
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : throw new IOException($"'{path}' cannot be opened: error {Marshal.GetLastPInvokeError()}.");
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags, int mode);
}

/// <summary>A record a write.</summary>
/// <param name="Bolt">Nanoseconds a log call, <see cref="Delivery.Synchronous"/> to a <see cref="FileSink"/>.</param>
/// <param name="Bare">Nanoseconds of write(2) alone, with a line of the same length.</param>
/// <param name="Ratio">One to the other, in the same round.</param>
internal sealed record SynchronousFileRow(Spread Bolt, Spread Bare, Spread Ratio);
