using System.Net;
using System.Numerics;
using Microsoft.Extensions.Logging;

namespace Bolt.Allocation.Tests;

/// <summary>Interpolated calls, one per shape of hole.</summary>
internal static class AdHoc
{
    public static void Two(ILogger? logger, int id, string text) => logger.Info($"{id} of {text}");

    public static void Disabled(ILogger logger, int id) => logger.Debug($"{id} and {new string('x', 100)}");

    public static void Numbers(ILogger logger, bool a, byte b, long c, double d, decimal e, BigInteger f) => logger.Info($"{a}{b}{c}{d}{e}{f}");

    public static void Scalars(ILogger logger, Colour a, Guid b, DateTime c, TimeSpan d, char e) => logger.Info($"{a}{b}{c}{d}{e}");

    public static void Nullables(ILogger logger, int? a, DateTime? b, Colour? c) => logger.Info($"{a}{b}{c}");

    public static void Formats(ILogger logger, double a, string b, Colour c) => logger.Info($"{a:N2}{a,12:F3}{b,-20}{c:D}{c,8}");

    public static void Spans(ILogger logger, ReadOnlySpan<char> a, ReadOnlySpan<byte> b) => logger.Info($"{a}{b}{a,30}");

    public static void Formattables(ILogger logger, Money a, Utf8Money b) => logger.Info($"{a}{b}{a:N2}");

    public static void References(ILogger logger, Uri a, Version b, IPAddress c, byte[] d, int[] e, object f) => logger.Info($"{a}{b}{c}{d}{e}{f}{d:x}");

    public static void Named(ILogger logger, int a, string b) => logger.Info($"{a:@first}{b:@second}{a}{a}{b.Length}{a + 1}");

    public static void Nested(ILogger logger, int id) => logger.Info($"{id} of {Inner(logger, id)}");

    public static void Failed(ILogger logger, Exception exception) => logger.Error(exception, $"failed");

    private static int Inner(ILogger logger, int id)
    {
        logger.Info($"inner {id}");
        return id;
    }
}
