using System.Net;
using System.Numerics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Allocation.Tests;

/// <summary>One event per shape of parameter.</summary>
internal static partial class Log
{
    [LogEvent(LogLevel.Information, "started")]
    public static partial void Nothing(ILogger logger);

    [LogEvent(LogLevel.Information)]
    public static partial void NoMessage(ILogger logger, int value);

    [LogEvent(LogLevel.Debug, "{value}")]
    public static partial void Disabled(ILogger logger, string value);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void NullLogger(ILogger? logger, string value);

    [LogEvent("{value}")]
    public static partial void DynamicLevel(ILogger logger, LogLevel level, int value);

    [LogEvent(LogLevel.Information, "{value}", SampleEvery = 2)]
    public static partial void Sampled(ILogger logger, int value);

    [LogEvent(LogLevel.Information, "{value}", SkipEnabledCheck = true, EventId = 7)]
    public static partial void Unchecked(ILogger logger, int value);

    [LogEvent(LogLevel.Error, "{value}")]
    public static partial void AtError(ILogger logger, int value);

    [LogEvent(LogLevel.Information, "{a}{b}{c}{d}{e}{f}")]
    public static partial void SmallIntegers(ILogger logger, bool a, byte b, sbyte c, short d, ushort e, char f);

    [LogEvent(LogLevel.Information, "{a}{b}{c}{d}{e}{f}")]
    public static partial void Integers(ILogger logger, int a, uint b, long c, ulong d, nint e, nuint f);

    [LogEvent(LogLevel.Information, "{a}{b}{c}")]
    public static partial void HugeIntegers(ILogger logger, Int128 a, UInt128 b, BigInteger c);

    [LogEvent(LogLevel.Information, "{a}{b}{c}{d}")]
    public static partial void Reals(ILogger logger, Half a, float b, double c, decimal d);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void Double(ILogger logger, double value);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void String(ILogger logger, string? value);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void CharSpan(ILogger logger, ReadOnlySpan<char> value);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void Utf8Span(ILogger logger, ReadOnlySpan<byte> value);

    [LogEvent(LogLevel.Information, "{a}{b}")]
    public static partial void Memories(ILogger logger, ReadOnlyMemory<char> a, ReadOnlyMemory<byte> b);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void Guid(ILogger logger, Guid value);

    [LogEvent(LogLevel.Information, "{a}{b}{c}{d}{e}")]
    public static partial void Times(ILogger logger, DateTime a, DateTimeOffset b, DateOnly c, TimeOnly d, TimeSpan e);

    [LogEvent(LogLevel.Information, "{a}{b}{c}")]
    public static partial void WellKnown(ILogger logger, Uri a, Version b, IPAddress c);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void Type(ILogger logger, Type value);

    [LogEvent(LogLevel.Information, "{a}{b}")]
    public static partial void Enums(ILogger logger, Colour a, Access b);

    [LogEvent(LogLevel.Information, "{a}{b}{c}{d}")]
    public static partial void Nullables(ILogger logger, int? a, int? b, DateTime? c, Colour? d);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void Base64(ILogger logger, byte[] value);

    [LogEvent(LogLevel.Information, "{value:x}")]
    public static partial void Hex(ILogger logger, byte[] value);

    [LogEvent(LogLevel.Information, "{a}{b}")]
    public static partial void Arrays(ILogger logger, int[] a, string[] b);

    [LogEvent(LogLevel.Information, "{a}{b}")]
    public static partial void Lists(ILogger logger, List<int> a, IReadOnlyList<int> b);

    [LogEvent(LogLevel.Information, "{a}{b}")]
    public static partial void Sets(ILogger logger, HashSet<string> a, ISet<string> b);

    [LogEvent(LogLevel.Information, "{a}{b}")]
    public static partial void Dictionaries(ILogger logger, Dictionary<string, int> a, IReadOnlyDictionary<string, int> b);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void Sequence(ILogger logger, IEnumerable<int> value);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void Fields(ILogger logger, [LogFields] Customer value);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void FieldsOfStruct(ILogger logger, [LogFields] Point value);

    [LogEvent(LogLevel.Information, "flattened")]
    public static partial void Flattened(ILogger logger, [LogFields(Flatten = true)] Customer value);

    [LogEvent(LogLevel.Information, "{a:N2}{b:N2}{c:yyyy-MM-dd}{d:D}")]
    public static partial void Formats(ILogger logger, int a, double b, DateTime c, Colour d);

    [LogEvent(LogLevel.Information, "{a,8}{b,-20}{c,12:F3}")]
    public static partial void Alignments(ILogger logger, int a, string b, double c);

    [LogEvent(LogLevel.Information, "{b} {a} {b}")]
    public static partial void Reordered(ILogger logger, int a, string b);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void GenericEnum<T>(ILogger logger, T value)
        where T : struct, Enum;

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void SpanFormattable<T>(ILogger logger, T value)
        where T : ISpanFormattable;

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void Utf8Formattable<T>(ILogger logger, T value)
        where T : IUtf8SpanFormattable;

    [LogEvent(LogLevel.Information, "{a}{b}")]
    public static partial void ByReference(ILogger logger, in Guid a, ref readonly DateTime b);

    [LogEvent(LogLevel.Information, "{values}")]
    public static partial void ParamsSpan(ILogger logger, params ReadOnlySpan<int> values);

    [LogEvent(LogLevel.Information, "{a}{b}{c}{d}")]
    public static partial void Redacted(
        ILogger logger, [Sensitive] string a, [Sensitive(Redaction.Last4)] string b, [Sensitive(Redaction.Hash)] string c, [Sensitive(Redaction.Omit)] string d);

    [LogEvent(LogLevel.Information, "{a}{b}{c:N2}{d}")]
    public static partial void Classified(ILogger logger, [Erased] string a, [Hashed] string b, [Starred] double c, [Starred, LogFields] Point d);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void CallerInfo(ILogger logger, int value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "");

    [LogEvent(LogLevel.Warning, "failed")]
    public static partial void Failed(ILogger logger, Exception exception);

    [LogEvent(LogLevel.Information, "{value}")]
    public static partial void Object(ILogger logger, object value);

    [LogEvent(LogLevel.Information, "{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}")]
    public static partial void Twelve(ILogger logger, int a, string b, long c, double d, bool e, Guid f, DateTime g, Colour h, int? i, decimal j, char k, TimeSpan l);
}
