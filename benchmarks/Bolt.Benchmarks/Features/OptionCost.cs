using Bolt.Benchmarks.Workloads;
using Bolt.OpenTelemetry;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.Features;

/// <summary>Calls with something switched on, against the same calls without.</summary>
internal static partial class OptionCost
{
    /// <summary>One of the two fields is masked.</summary>
    public static CallCost Mask() => Measure(Plain, Masked);

    /// <summary>A filter that reads a field and lets every record pass, and an enricher that adds a field.</summary>
    public static CallCost Hooks()
    {
        using BoltLoggerFactory without = Create();
        using BoltLoggerFactory with = Create(static options =>
        {
            options.Filters.Add(static (scoped in RecordView record) => record.TryGet("userId", out int userId) && userId >= 0);
            options.Enrichers.Add(static (scoped in RecordView record, scoped RecordFields fields) => fields.Add("region", "eu-1"));
        });
        return Measure(without, Plain, with, Plain);
    }

    /// <summary>Calls that are left out, against an empty call with the same arguments.</summary>
    public static CallCost SampledOut(bool byInterval) => byInterval ? Measure(Nothing, SampledByInterval) : Measure(Nothing, SampledByCount);

    /// <summary>The records go to an OTLP endpoint besides.</summary>
    /// <param name="endpoint">One that accepts everything.</param>
    public static CallCost Otlp(Uri endpoint)
    {
        using BoltLoggerFactory without = Create();
        using BoltLoggerFactory with = Create(options => options.Sinks.Add(new OtlpSink(new OtlpSinkOptions { Endpoint = endpoint, Protocol = OtlpProtocol.HttpProtobuf })));
        return Measure(without, Plain, with, Plain, burst: 2000);
    }

    private static CallCost Measure(Action<ILogger, int> first, Action<ILogger, int> second)
    {
        using BoltLoggerFactory factory = Create();
        return Measure(factory, first, factory, second);
    }

    private static CallCost Measure(BoltLoggerFactory firstFactory, Action<ILogger, int> first, BoltLoggerFactory secondFactory, Action<ILogger, int> second, int burst = 20_000)
    {
        BoltLogger firstLogger = firstFactory.CreateLogger(LoggedValues.Category);
        BoltLogger secondLogger = secondFactory.CreateLogger(LoggedValues.Category);
        return CallCost.Measure(
            count => first(firstLogger, count),
            count => second(secondLogger, count),
            () =>
            {
                firstFactory.Flush();
                secondFactory.Flush();
            },
            burst);
    }

    private static BoltLoggerFactory Create(Action<BoltOptions>? configure = null) => BoltLoggerFactory.Create(options =>
    {
        options.SampledOutInterval = TimeSpan.FromDays(1);
        options.Sinks.Add(new StreamSink(Stream.Null));
        configure?.Invoke(options);
    });

    private static void Plain(ILogger logger, int count)
    {
        for (int i = 0; i < count; i++)
            LoggedIn(logger, i, "192.168.1.17");
    }

    private static void Masked(ILogger logger, int count)
    {
        for (int i = 0; i < count; i++)
            LoggedInMasked(logger, i, "192.168.1.17");
    }

    private static void Nothing(ILogger logger, int count)
    {
        for (int i = 0; i < count; i++)
            Empty(logger, i, "192.168.1.17");
    }

    private static void SampledByCount(ILogger logger, int count)
    {
        for (int i = 0; i < count; i++)
            OneInABillion(logger, i, "192.168.1.17");
    }

    private static void SampledByInterval(ILogger logger, int count)
    {
        for (int i = 0; i < count; i++)
            OneADay(logger, i, "192.168.1.17");
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Empty(ILogger logger, int userId, string ip)
    {
    }

    [LogEvent(LogLevel.Information, "User {userId} logged in from {ip}")]
    private static partial void LoggedIn(ILogger logger, int userId, string ip);

    [LogEvent(LogLevel.Information, "User {userId} logged in from {ip}")]
    private static partial void LoggedInMasked(ILogger logger, int userId, [Sensitive] string ip);

    [LogEvent(LogLevel.Information, "User {userId} logged in from {ip}", SampleEvery = 1_000_000_000)]
    private static partial void OneInABillion(ILogger logger, int userId, string ip);

    [LogEvent(LogLevel.Information, "User {userId} logged in from {ip}", SampleFirst = 1, SampleIntervalMilliseconds = 86_400_000)]
    private static partial void OneADay(ILogger logger, int userId, string ip);
}
