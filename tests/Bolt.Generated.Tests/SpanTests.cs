using System.Globalization;
using System.Text;

namespace Bolt.Generated.Tests;

public sealed partial class SpanTests
{
    [Fact]
    public void Spans_of_characters_are_text()
    {
        Span<char> local = stackalloc char[] { 'a', '"', 'é' };
        using var recorder = new Recorder();
        Log.Chars(recorder.Logger, local, local[1..], "[1234567890]".AsSpan(1, 3));
        Assert.Equal("""{"level":"info","a":"a\"é","b":"\"é","c":"123","message":"a\"é \"é [   123]"}""", Assert.Single(recorder.Records));
    }

    [Fact]
    public void Spans_of_bytes_are_utf8_text()
    {
        using var recorder = new Recorder();
        Log.Bytes(recorder.Logger, "é\n"u8, [(byte)'a', 0xff, (byte)'b'], default);
        Assert.Equal("""{"level":"info","a":"é\n","b":"a�b","c":"","message":"é\n a�b "}""", Assert.Single(recorder.Records));
    }

    [Fact]
    public void Memory_is_as_its_span() => Assert.Equal(
        """
        "a":"x","b":"y","c":"é","d":"","message":"[    x] y é "
        """.Trim(),
        Recorder.Fields(l => Log.Memory(l, "x".AsMemory(), "y".ToCharArray(), "é"u8.ToArray(), default)));

    [Fact]
    public void Spans_of_other_elements_are_arrays()
    {
        using var recorder = new Recorder();
        Log.Numbers(recorder.Logger, [1, 2, 3], 4, 5);
        Log.Numbers(recorder.Logger, default);
        Assert.Equal(["""{"level":"info","numbers":[1,2,3],"rest":[4,5],"message":"[1,2,3]"}""", """{"level":"info","numbers":[],"rest":[],"message":"[]"}"""], recorder.Records);
    }

    [Fact]
    public void A_formattable_ref_struct_is_its_text()
    {
        using var recorder = new Recorder();
        Log.RefStruct(recorder.Logger, new Celsius(21));
        Assert.Equal("""{"level":"info","celsius":"21 °C","message":"21 °C"}""", Assert.Single(recorder.Records));
    }

    [Fact]
    public void A_type_parameter_may_be_a_ref_struct()
    {
        using var recorder = new Recorder();
        Log.AnyRefStruct(recorder.Logger, new Celsius(-3));
        Log.AnyRefStruct(recorder.Logger, 7);
        Assert.Equal(["""{"level":"info","value":"-3 °C","message":"-3 °C"}""", """{"level":"info","value":7,"message":"7"}"""], recorder.Records);
    }

    [Fact]
    public void A_formattable_type_is_its_text() => Assert.Equal(
        """
        "a":"21 °C","b":null,"c":"21 °C","d":"21 °C","message":"21 °C null 21 °C 21 °C"
        """.Trim(),
        Recorder.Fields(l => Log.Formattables(l, new Temperature(21), null, new Utf8Temperature(21), new TemperatureClass(21))));

    [Fact]
    public void A_null_formattable_is_null() => Assert.Equal(
        """
        "a":"0 °C","b":"1 °C","c":"0 °C","d":null,"message":"0 °C 1 °C 0 °C null"
        """.Trim(),
        Recorder.Fields(l => Log.Formattables(l, default, new Temperature(1), default, null)));

    [Fact]
    public void A_formatter_that_throws_leaves_null_and_is_reported()
    {
        using var recorder = new Recorder();
        Log.Throwing(recorder.Logger, default, 1);
        Assert.Equal("""{"level":"info","bad":null,"good":1,"message":"null 1"}""", Assert.Single(recorder.Records));
        Assert.Single(recorder.Errors);
    }

    public readonly ref struct Celsius(int degrees) : ISpanFormattable
    {
        private readonly int _degrees = degrees;

        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
            destination.TryWrite(provider, $"{_degrees} °C", out charsWritten);

        public string ToString(string? format, IFormatProvider? formatProvider) => throw new InvalidOperationException("Not to be called.");
    }

    public readonly struct Temperature(int degrees) : ISpanFormattable
    {
        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
            destination.TryWrite(provider, $"{degrees} °C", out charsWritten);

        public string ToString(string? format, IFormatProvider? formatProvider) => throw new InvalidOperationException("Not to be called.");
    }

    public readonly struct Utf8Temperature(int degrees) : IUtf8SpanFormattable
    {
        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
            System.Text.Unicode.Utf8.TryWrite(utf8Destination, provider, $"{degrees} °C", out bytesWritten);
    }

    public sealed class TemperatureClass(int degrees) : ISpanFormattable, IUtf8SpanFormattable
    {
        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
            throw new InvalidOperationException("Not to be called.");

        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
            System.Text.Unicode.Utf8.TryWrite(utf8Destination, provider, $"{degrees} °C", out bytesWritten);

        public string ToString(string? format, IFormatProvider? formatProvider) => throw new InvalidOperationException("Not to be called.");
    }

    public readonly struct Bad : ISpanFormattable
    {
        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
            throw new InvalidOperationException("Bad.");

        public string ToString(string? format, IFormatProvider? formatProvider) => throw new InvalidOperationException("Bad.");
    }

    private static partial class Log
    {
        [LogEvent(LogLevel.Information, "{a} {b} [{c,6}]")]
        public static partial void Chars(ILogger logger, scoped Span<char> a, ReadOnlySpan<char> b, ReadOnlySpan<char> c);

        [LogEvent(LogLevel.Information, "{a} {b} {c}")]
        public static partial void Bytes(ILogger logger, ReadOnlySpan<byte> a, Span<byte> b, scoped ReadOnlySpan<byte> c);

        [LogEvent(LogLevel.Information, "[{a,5}] {b} {c} {d}")]
        public static partial void Memory(ILogger logger, ReadOnlyMemory<char> a, Memory<char> b, ReadOnlyMemory<byte> c, Memory<byte> d);

        [LogEvent(LogLevel.Information, "{numbers}")]
        public static partial void Numbers(ILogger logger, scoped Span<int> numbers, params ReadOnlySpan<int> rest);

        [LogEvent(LogLevel.Information, "{celsius}")]
        public static partial void RefStruct(ILogger logger, Celsius celsius);

        [LogEvent(LogLevel.Information, "{value}")]
        public static partial void AnyRefStruct<T>(ILogger logger, T value)
            where T : ISpanFormattable, allows ref struct;

        [LogEvent(LogLevel.Information, "{a} {b} {c} {d}")]
        public static partial void Formattables(ILogger logger, Temperature a, Temperature? b, Utf8Temperature c, TemperatureClass? d);

        [LogEvent(LogLevel.Information, "{bad} {good}")]
        public static partial void Throwing(ILogger logger, Bad bad, int good);
    }
}
