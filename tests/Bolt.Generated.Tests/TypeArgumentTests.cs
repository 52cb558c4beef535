namespace Bolt.Generated.Tests;

/// <summary>A value whose type is a type argument is written as its type is, not as text.</summary>
public sealed class TypeArgumentTests
{
    [Fact]
    public void Numbers_and_times_keep_their_form()
    {
        Assert.Equal("\"v\":7,\"message\":\"7\"", Recorder.Fields(l => TypeArgumentEvents.Span(l, 7)));
        Assert.Equal("\"v\":7,\"message\":\"7\"", Recorder.Fields(l => TypeArgumentEvents.Utf8(l, 7L)));
        Assert.Equal("\"v\":1.50,\"message\":\"1.50\"", Recorder.Fields(l => TypeArgumentEvents.Span(l, 1.50m)));
        Assert.Equal("\"v\":\"NaN\",\"message\":\"NaN\"", Recorder.Fields(l => TypeArgumentEvents.Utf8(l, double.NaN)));
        Assert.Equal("\"v\":\"2025-07-13T15:30:00Z\",\"message\":\"2025-07-13T15:30:00Z\"", Recorder.Fields(l => TypeArgumentEvents.Utf8(l, new DateTime(2025, 7, 13, 15, 30, 0, DateTimeKind.Utc))));
        Assert.Equal("\"v\":5000000000,\"message\":\"5000000000\"", Recorder.Fields(l => TypeArgumentEvents.Span(l, TimeSpan.FromSeconds(5))));
        Assert.Equal("\"v\":\"1.2.3\",\"message\":\"1.2.3\"", Recorder.Fields(l => TypeArgumentEvents.Utf8(l, new Version(1, 2, 3))));
    }
}

internal static partial class TypeArgumentEvents
{
    [LogEvent(LogLevel.Information, "{v}")]
    internal static partial void Span<T>(ILogger logger, T v)
        where T : ISpanFormattable;

    [LogEvent(LogLevel.Information, "{v}")]
    internal static partial void Utf8<T>(ILogger logger, T v)
        where T : IUtf8SpanFormattable;
}
