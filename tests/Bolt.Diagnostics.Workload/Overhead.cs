using System.Diagnostics;

namespace Bolt.Diagnostics.Workload;

/// <summary>Measures how much a CPU profile slows thirty threads: the same time with a profile and without, one after the other, five times.</summary>
internal static class Overhead
{
    private const int Pairs = 5;
    private const int ThreadCount = 30;
    private const int Seconds = 30;

    private static readonly long[] s_done = new long[ThreadCount * 16];

    public static int Measure()
    {
        using var server = BoltDiagnosticsServer.Start(static options =>
        {
            options.MetricsAddress = "127.0.0.1:0";
            options.Debug = true;
            options.DebugAddress = "127.0.0.1:0";
        });
        for (int i = 0; i < ThreadCount; i++)
        {
            int slot = i * 16;
            new Thread(() => Work(slot)) { IsBackground = true }.Start();
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        Thread.Sleep(TimeSpan.FromSeconds(3));
        var ratios = new List<double>();
        for (int pair = 0; pair < Pairs; pair++)
        {
            double without = Throughput(null);
            Task<byte[]>? profile = null;
            double with = Throughput(() => profile = client.GetByteArrayAsync($"{server.DebugAddress}debug/pprof/profile?seconds={Seconds}"));
            profile!.GetAwaiter().GetResult();
            ratios.Add(with / without);
            Console.WriteLine($"{pair + 1}: {with / without:F3} of the throughput without a profile");
        }

        ratios.Sort();
        Console.WriteLine($"median {ratios[Pairs / 2]:F3}: slower by {(1 - ratios[Pairs / 2]) * 100:F1} %");
        return 0;
    }

    private static double Throughput(Action? begin)
    {
        long before = s_done.Sum();
        long start = Stopwatch.GetTimestamp();
        begin?.Invoke();
        Thread.Sleep(TimeSpan.FromSeconds(Seconds));
        return (s_done.Sum() - before) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>What services do: compute, allocate a little, wait a little.</summary>
    private static void Work(int slot)
    {
        var random = new Random(slot);
        while (true)
        {
            string text = random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture);
            for (int i = 0; i < 2_000; i++)
                s_done[slot] += text.Length & 1;

            s_done[slot]++;
            if (random.Next(100) == 0)
                Thread.Sleep(1);
        }
    }
}
