using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.FromGoBolt;

public sealed partial class GoBoltEventTests : GoBoltTable
{
    // row: Trace
    [LogEvent(LogLevel.Trace, "hello")]
    private static partial void AtTrace(ILogger logger);

    [Fact]
    public void Trace() => Same(
        """log.Trace().Msg("hello")""",
        """{"level":"trace","message":"hello"}""",
        logger => AtTrace(logger));

    // row: Debug
    [LogEvent(LogLevel.Debug, "hello")]
    private static partial void AtDebug(ILogger logger);

    [Fact]
    public void Debug() => Same(
        """log.Debug().Msg("hello")""",
        """{"level":"debug","message":"hello"}""",
        logger => AtDebug(logger));

    // row: Info
    [LogEvent(LogLevel.Information, "hello")]
    private static partial void AtInfo(ILogger logger);

    [Fact]
    public void Info() => Same(
        """log.Info().Msg("hello")""",
        """{"level":"info","message":"hello"}""",
        logger => AtInfo(logger));

    // row: Warn
    [LogEvent(LogLevel.Warning, "hello")]
    private static partial void AtWarn(ILogger logger);

    [Fact]
    public void Warn() => Same(
        """log.Warn().Msg("hello")""",
        """{"level":"warn","message":"hello"}""",
        logger => AtWarn(logger));

    // row: Error
    [LogEvent(LogLevel.Error, "hello")]
    private static partial void AtError(ILogger logger);

    [Fact]
    public void Error() => Same(
        """log.Error().Msg("hello")""",
        """{"level":"error","message":"hello"}""",
        logger => AtError(logger));

    // row: Fatal
    [LogEvent(LogLevel.Critical, "hello")]
    private static partial void AtFatal(ILogger logger);

    [Fact]
    public void Fatal() => Same(
        """log.Fatal().Msg("hello")""",
        """{"level":"fatal","message":"hello"}""",
        logger => AtFatal(logger));

    // row: Two fields
    [LogEvent(LogLevel.Information, "hello world")]
    private static partial void HelloWorld(ILogger logger, string foo, int baz);

    [Fact]
    public void Two_fields() => Same(
        """log.Info().Str("foo", "bar").Int("baz", 123).Msg("hello world")""",
        """{"level":"info","foo":"bar","baz":123,"message":"hello world"}""",
        logger => HelloWorld(logger, "bar", 123));

    // row: No message
    [LogEvent(LogLevel.Information)]
    private static partial void Nothing(ILogger logger);

    [Fact]
    public void No_message() => Same(
        "log.Info().Send()",
        """{"level":"info","message":""}""",
        logger => Nothing(logger));

    // row: An error
    [LogEvent(LogLevel.Error, "something went wrong")]
    private static partial void WildError(ILogger logger, Exception error);

    [Fact]
    public void An_error() => Same(
        """log.Error().Err(err).Msg("something went wrong")""",
        """{"level":"error","error":"a wild error appeared","message":"something went wrong"}""",
        logger => WildError(logger, new InvalidOperationException("a wild error appeared")));

    // row: No error
    [LogEvent(LogLevel.Error, "m")]
    private static partial void NoError(ILogger logger, Exception? error);

    [Fact]
    public void No_error() => Same(
        """log.Error().Err(nil).Msg("m")""",
        """{"level":"error","message":"m"}""",
        logger => NoError(logger, null));

    // row: A bound field
    [LogEvent(LogLevel.Information, "processing request")]
    private static partial void Processing(ILogger logger);

    [Fact]
    public void A_bound_field() => Same(
        """log.With().Str("request_id", "123").Logger().Info().Msg("processing request")""",
        """{"level":"info","request_id":"123","message":"processing request"}""",
        logger => Processing(logger.With("request_id", "123")));

    // row: The message with its values
    [LogEvent(LogLevel.Information, "Order {OrderId} paid")]
    private static partial void OrderPaid(ILogger logger, int orderId);

    [Fact]
    public void The_message_with_its_values() => Other(
        """log.Info().Int("OrderId", 4711).Msg("Order paid")""",
        """{"level":"info","OrderId":4711,"message":"Order paid"}""",
        logger => OrderPaid(logger, 4711));
}
