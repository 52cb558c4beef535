using System.Net;
using System.Numerics;

namespace Bolt.Generated.Tests;

/// <summary>The log methods of <see cref="BehaviourTableTests"/>: one field <c>v</c> of each type, and the few others its rows need.</summary>
internal static partial class BehaviourEvents
{
    [LogEvent(LogLevel.Information, "hello world")]
    internal static partial void Row1(ILogger logger, string foo);

    [LogEvent(LogLevel.Error, "something went wrong")]
    internal static partial void Row2(ILogger logger, Exception exception);

    [LogEvent(LogLevel.Error, "m")]
    internal static partial void Row3(ILogger logger, Exception? exception);

    [LogEvent(LogLevel.Information, "processing request")]
    internal static partial void Row4(ILogger logger);

    [LogEvent(LogLevel.Critical, "m")]
    internal static partial void Row39(ILogger logger);

    [LogEvent(LogLevel.Information, "")]
    internal static partial void Empty(ILogger logger);

    [LogEvent(LogLevel.Information, "{text}")]
    internal static partial void Message(ILogger logger, string text);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, string? v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void Utf8(ILogger logger, ReadOnlySpan<byte> v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, sbyte v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, int v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, long v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, ulong v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, Int128 v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, UInt128 v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, BigInteger v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, bool v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, double v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, float v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, Half v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, decimal v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, DateTime v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, DateTimeOffset v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, TimeSpan v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, IPAddress? v);

    [LogEvent(LogLevel.Information, "{v:x}")]
    internal static partial void Hex(ILogger logger, byte[]? v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void Base64(ILogger logger, byte[]? v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, int[]? v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, string?[]? v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void Object(ILogger logger, [LogFields] Person? v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void Object(ILogger logger, [LogFields] Nothing v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void Object(ILogger logger, [LogFields] Outer v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, DayOfWeek v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, Guid v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, char v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, int? v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, Uri? v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void V(ILogger logger, Type? v);

    [LogEvent(LogLevel.Information, "m")]
    internal static partial void Dictionary(ILogger logger, Dictionary<string, int> v);

    internal sealed record Person([property: LogName("name")] string Name, [property: LogName("age")] int Age);

    internal sealed record Nothing([property: LogIgnore] int Hidden)
    {
        [LogName("always")]
        public string? Always { get; init; }
    }

    internal sealed record Inner([property: LogName("n")] int N);

    internal sealed record Outer([property: LogName("key")] string Key, [property: LogName("inner")] Inner Inner);
}
