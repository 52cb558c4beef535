using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.FromGoBolt;

public sealed partial class GoBoltContextTests : GoBoltTable
{
    // row: The same key twice
    [LogEvent(LogLevel.Information, "m")]
    private static partial void Twice(ILogger logger, int k);

    [Fact]
    public void The_same_key_twice() => Other(
        """log.With().Str("k", "1").Logger().Info().Int("k", 2).Msg("m")""",
        """{"level":"info","k":"1","k":2,"message":"m"}""",
        logger => Twice(logger.With("k", "1"), 2));

    // row: A key of the record
    [LogEvent(LogLevel.Information, "m")]
    private static partial void Spoofed(ILogger logger);

    [Fact]
    public void A_key_of_the_record() => Other(
        """log.With().Str("level", "x").Logger().Info().Msg("m")""",
        """{"level":"info","level":"x","message":"m"}""",
        logger => Spoofed(logger.With("level", "x")));

    // row: A secret
    [LogEvent(LogLevel.Information, "m")]
    private static partial void Secret(ILogger logger, [Sensitive] string token);

    [Fact]
    public void A_secret() => Other(
        """log.AddEventHook(genai.NewRedactHook("token")); log.Info().Str("token", "SECRET").Msg("m")""",
        "",
        logger => Secret(logger, "SECRET"));

    // row: One event of many
    [LogEvent(LogLevel.Information, "m", SampleEvery = 2)]
    private static partial void Sampled(ILogger logger, int n);

    [Fact]
    public void One_event_of_many() => Other(
        """log.AddHook(bolt.SampleHook(2)); log.Info().Int("n", 1).Msg("m"); log.Info().Int("n", 2).Msg("m")""",
        """{"level":"info","n":2,"message":"m"}""",
        logger =>
        {
            Sampled(logger, 1);
            Sampled(logger, 2);
        });

    // row: A trace
    [LogEvent(LogLevel.Information, "m")]
    private static partial void Traced(ILogger logger);

    [Fact]
    public void A_trace() => Same(
        """log.Ctx(ctx).Info().Msg("m")""",
        """{"level":"info","trace_id":"0102030405060708090a0b0c0d0e0f10","span_id":"…","message":"m"}""",
        logger =>
        {
            using var activity = Trace.Start();
            Traced(logger);
        },
        RecordParts.TraceContext);

    // row: The caller
    [LogEvent(LogLevel.Information, "m")]
    private static partial void Called(ILogger logger, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0);

    [Fact]
    public void The_caller() => Other(
        """log.Info().Caller().Msg("m")""",
        """{"level":"info","caller":"shop.go:123","message":"m"}""",
        logger => Called(logger, "/src/Shop.cs", 123),
        RecordParts.CallSite);
}
