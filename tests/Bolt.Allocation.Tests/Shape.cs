using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Allocation.Tests;

/// <summary>A log call to be measured.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Call">The call; allocates nothing itself.</param>
/// <param name="Reason">Why it may allocate; null, as nearly everywhere: it may not.</param>
/// <param name="WithStack">Whether it is measured with the part <c>error_stack</c>; all others are measured without.</param>
internal sealed record Shape(string Name, Action<ILogger> Call, string? Reason = null, bool WithStack = false)
{
    private static readonly string? s_nativeTypeName = RuntimeFeature.IsDynamicCodeSupported ? null : "in native code, Type.FullName makes a string at every reading";

    public static Shape[] All { get; } =
    [
        new("no parameters", static logger => Log.Nothing(logger)),
        new("no message", static logger => Log.NoMessage(logger, 1)),
        new("level is off", static logger => Log.Disabled(logger, Values.Short)),
        new("logger is null", static _ => Log.NullLogger(null, Values.Short)),
        new("level by parameter", static logger => Log.DynamicLevel(logger, LogLevel.Warning, 1)),
        new("sampled", static logger => Log.Sampled(logger, 1)),
        new("unchecked, with id", static logger => Log.Unchecked(logger, 1)),
        new("level Error", static logger => Log.AtError(logger, 1)),
        new("bool, byte, sbyte, short, ushort, char", static logger => Log.SmallIntegers(logger, true, 1, -1, 2, 3, 'c')),
        new("int, uint, long, ulong, nint, nuint", static logger => Log.Integers(logger, -1, 1, long.MinValue, ulong.MaxValue, 5, 6)),
        new("Int128, UInt128, BigInteger", static logger => Log.HugeIntegers(logger, Int128.MinValue, UInt128.MaxValue, Values.Big)),
        new("Half, float, double, decimal", static logger => Log.Reals(logger, (Half)0.5, 1.1f, Math.PI, 12.50m)),
        new("double: short", static logger => Log.Double(logger, 19.99)),
        new("double: not finite", static logger => Log.Double(logger, double.NaN)),
        new("string: short", static logger => Log.String(logger, Values.Short)),
        new("string: null", static logger => Log.String(logger, null)),
        new("string: 20,000 characters", static logger => Log.String(logger, Values.Long)),
        new("string: escapes", static logger => Log.String(logger, Values.Escaped)),
        new("string: beyond ASCII", static logger => Log.String(logger, Values.BeyondAscii)),
        new("ReadOnlySpan<char>", static logger => Log.CharSpan(logger, Values.Chars)),
        new("ReadOnlySpan<byte> (UTF-8)", static logger => Log.Utf8Span(logger, "text"u8)),
        new("ReadOnlyMemory<char>, <byte>", static logger => Log.Memories(logger, Values.Chars, Values.Bytes)),
        new("Guid", static logger => Log.Guid(logger, Values.Guid)),
        new("DateTime, Offset, DateOnly, TimeOnly, TimeSpan", static logger => Log.Times(logger, Values.Time, Values.TimeWithOffset, new DateOnly(2026, 1, 2), new TimeOnly(3, 4), TimeSpan.FromSeconds(1.5))),
        new("Uri, Version, IPAddress", static logger => Log.WellKnown(logger, Values.Uri, Values.Version, Values.Address)),
        new("Type", static logger => Log.Type(logger, typeof(Values)), s_nativeTypeName),
        new("enum, flags", static logger => Log.Enums(logger, Colour.Green, Access.Read | Access.Write)),
        new("enum: undefined", static logger => Log.Enums(logger, (Colour)77, (Access)256)),
        new("nullable values", static logger => Log.Nullables(logger, 1, null, Values.Time, Colour.Red)),
        new("byte[] as Base64", static logger => Log.Base64(logger, Values.Bytes)),
        new("byte[] as hex", static logger => Log.Hex(logger, Values.Bytes)),
        new("int[], string[]", static logger => Log.Arrays(logger, Values.Ints, Values.Strings)),
        new("List<int>, IReadOnlyList<int>", static logger => Log.Lists(logger, Values.List, Values.List)),
        new("HashSet<string>, ISet<string>", static logger => Log.Sets(logger, Values.Set, Values.Set)),
        new("Dictionary, IReadOnlyDictionary", static logger => Log.Dictionaries(logger, Values.Map, Values.Map)),
        new("IEnumerable<int>: an array", static logger => Log.Sequence(logger, Values.Ints)),
        new("IEnumerable<int>: a list", static logger => Log.Sequence(logger, Values.List)),
        new("[LogFields] nested record", static logger => Log.Fields(logger, Values.Customer)),
        new("[LogFields] struct", static logger => Log.FieldsOfStruct(logger, Values.Point)),
        new("[LogFields] flattened", static logger => Log.Flattened(logger, Values.Customer)),
        new("formats", static logger => Log.Formats(logger, 1234, 1234.5, Values.Time, Colour.Green)),
        new("alignments", static logger => Log.Alignments(logger, 1, Values.Short, 2.5)),
        new("holes repeated and reordered", static logger => Log.Reordered(logger, 1, Values.Short)),
        new("T : struct, Enum", static logger => Log.GenericEnum(logger, Colour.Green)),
        new("T : ISpanFormattable", static logger => Log.SpanFormattable(logger, Values.Money)),
        new("T : IUtf8SpanFormattable", static logger => Log.Utf8Formattable(logger, Values.Utf8Money)),
        new("in, ref readonly", static logger => Log.ByReference(logger, in Values.Guid, in Values.Time)),
        new("params ReadOnlySpan<int>", static logger => Log.ParamsSpan(logger, 1, 2, 3)),
        new("[Sensitive] mask, last 4, hash, omit", static logger => Log.Redacted(logger, Values.Short, Values.Short, Values.Short, Values.Short)),
        new("data classification: erased, hashed, starred", static logger => Log.Classified(logger, Values.Escaped, Values.Short, 1234.5, Values.Point)),
        new("caller info", static logger => Log.CallerInfo(logger, 1)),
        new("object: a string", static logger => Log.Object(logger, Values.Short)),
        new("exception", static logger => Log.Failed(logger, Values.Thrown), s_nativeTypeName),
        new("twelve parameters", static logger => Log.Twelve(logger, 1, Values.Short, 2, 3.5, true, Values.Guid, Values.Time, Colour.Red, null, 4.25m, 'k', TimeSpan.FromMinutes(1))),
        new("ad hoc: text alone", static logger => logger.Info($"started")),
        new("ad hoc: int, string", static logger => AdHoc.Two(logger, 1, Values.Short)),
        new("ad hoc: level is off", static logger => AdHoc.Disabled(logger, 1)),
        new("ad hoc: logger is null", static _ => AdHoc.Two(null, 1, Values.Short)),
        new("ad hoc: numbers", static logger => AdHoc.Numbers(logger, true, 1, -1, 2.5, 12.50m, Values.Big)),
        new("ad hoc: enum, Guid, times, char", static logger => AdHoc.Scalars(logger, Colour.Green, Values.Guid, Values.Time, TimeSpan.FromSeconds(1.5), 'c')),
        new("ad hoc: nullable values", static logger => AdHoc.Nullables(logger, 1, null, Colour.Red)),
        new("ad hoc: formats and alignments", static logger => AdHoc.Formats(logger, 1234.5, Values.Short, Colour.Green)),
        new("ad hoc: spans", static logger => AdHoc.Spans(logger, Values.Chars, "text"u8)),
        new("ad hoc: ISpanFormattable, IUtf8SpanFormattable", static logger => AdHoc.Formattables(logger, Values.Money, Values.Utf8Money)),
        new("ad hoc: Uri, Version, IPAddress, byte[], int[], object", static logger => AdHoc.References(logger, Values.Uri, Values.Version, Values.Address, Values.Bytes, Values.Ints, Values.Short)),
        new("ad hoc: names of their own, a variable twice", static logger => AdHoc.Named(logger, 1, Values.Short)),
        new("ad hoc: a hole that logs", static logger => AdHoc.Nested(logger, 1)),
        new("ad hoc: exception", static logger => AdHoc.Failed(logger, Values.Thrown), s_nativeTypeName),
        new("string: cut at 64 KiB", static logger => Log.String(logger, Values.TooLong)),
        new("exception with error_stack", static logger => Log.Failed(logger, Values.Thrown), "the runtime tells the frames of a stack as objects", WithStack: true),
        new("no exception, with error_stack", static logger => Log.Nothing(logger), WithStack: true),
        new("object: ToString of its own", static logger => Log.Object(logger, Values.WithToString), "the value's own ToString makes a string"),
    ];
}
