using System.Runtime.CompilerServices;

namespace Bolt.Generated.Tests;

public sealed partial class EventTests
{
    [Theory]
    [InlineData(LogLevel.Trace, "trace")]
    [InlineData(LogLevel.Debug, "debug")]
    [InlineData(LogLevel.Information, "info")]
    [InlineData(LogLevel.Warning, "warn")]
    [InlineData(LogLevel.Error, "error")]
    [InlineData(LogLevel.Critical, "fatal")]
    public void A_level_may_be_given_by_the_call(LogLevel level, string name) => Assert.Equal(
        $$"""{"level":"{{name}}","x":1,"message":"{{level}} 1"}""",
        Recorder.Write(l => Log.Dynamic(l, level, 1)));

    [Fact]
    public void A_disabled_level_writes_nothing_and_reads_nothing()
    {
        using var recorder = new Recorder(minimumLevel: LogLevel.Warning);
        Log.Fixed(recorder.Logger, 1);
        Log.Dynamic(recorder.Logger, LogLevel.Information, 1);
        Log.Dynamic(recorder.Logger, LogLevel.None, 1);
        Log.Enumerates(recorder.Logger, Throwing());
        Assert.Empty(recorder.Records);

        static IEnumerable<int> Throwing()
        {
            Assert.Fail("The argument was read.");
            yield return 1;
        }
    }

    [Fact]
    public void A_null_logger_writes_nothing()
    {
        Log.Nullable(null, 1);
        Log.Skipping(null, 1);
        Log.Fixed(null!, 1);
    }

    [Fact]
    public void A_skipped_check_writes_below_the_level()
    {
        using var recorder = new Recorder(minimumLevel: LogLevel.Error);
        Log.Skipping(recorder.Logger, 1);
        Assert.Equal("""{"level":"debug","x":1,"message":""}""", Assert.Single(recorder.Records));
    }

    [Fact]
    public void One_call_of_many_is_written()
    {
        using var recorder = new Recorder();
        for (int i = 1; i <= 30; i++) Log.Sampled(recorder.Logger, i);
        Assert.Equal([10, 20, 30], recorder.Records.Select(r => int.Parse(r.Split(':', ',')[3], System.Globalization.CultureInfo.InvariantCulture)));
        for (int i = 1; i <= 5; i++) Log.SampledError(recorder.Logger, i);
        Assert.Equal(8, recorder.Records.Length);
        for (int i = 1; i <= 5; i++) Log.SampledDynamic(recorder.Logger, LogLevel.Error, i);
        Assert.Equal(13, recorder.Records.Length);
    }

    [Fact]
    public void Ids_and_names_are_parts_of_the_record()
    {
        Assert.Equal("""{"level":"info","event_id":7,"event":"custom \"name","message":""}""", Recorder.Write(Log.Named, RecordParts.EventId | RecordParts.EventName));
        Assert.Equal("""{"level":"info","event":"Fixed","x":1,"message":""}""", Recorder.Write(l => Log.Fixed(l, 1), RecordParts.EventId | RecordParts.EventName));
        Assert.Equal("""{"level":"info","event_id":0,"event":"Zero","message":""}""", Recorder.Write(Log.Zero, RecordParts.EventId | RecordParts.EventName));
    }

    [Fact]
    public void An_exception_is_the_error_and_not_a_field()
    {
        var exception = new InvalidOperationException("a wild error appeared");
        Assert.Equal("""{"level":"error","x":1,"error":"a wild error appeared","message":"1"}""", Recorder.Write(l => Log.Failed(l, exception, 1)));
        Assert.Equal("""{"level":"error","x":1,"message":"1"}""", Recorder.Write(l => Log.Failed(l, null, 1)));
    }

    [Fact]
    public void An_exception_of_a_derived_type_may_stand_anywhere_and_in_the_message()
    {
        var exception = new ArgumentNullException("p", "m");
        Assert.Equal("""{"level":"error","x":1,"error":"m (Parameter 'p')","message":"System.ArgumentNullException: m (Parameter 'p')!"}""", Recorder.Write(l => Log.Derived(l, 1, exception)));
    }

    [Fact]
    public void Caller_information_is_fields_unless_the_part_is_included()
    {
        string fields = Recorder.Write(l => Log.Called(l, 1));
        Assert.Matches("""^{"level":"info","x":1,"file":".*EventTests\.cs","line":\d+,"member":"Caller_information_is_fields_unless_the_part_is_included","y":2,"message":"1"}$""", fields);
        string part = Recorder.Write(l => Log.Called(l, 1), RecordParts.CallSite);
        Assert.Matches("""^{"level":"info","x":1,"y":2,"call_site":.*EventTests\.cs.*,"message":"1"}$""", part);
        Assert.DoesNotContain("\"file\"", part, StringComparison.Ordinal);
    }

    [Fact]
    public void Caller_information_in_the_message_is_a_field()
    {
        Assert.Matches("""^{"level":"info","line":\d+,"message":"at \d+"}$""", Recorder.Write(l => Log.CalledInMessage(l), RecordParts.CallSite));
    }

    [Fact]
    public void Bound_fields_come_first_and_the_call_wins()
    {
        using var recorder = new Recorder();
        Log.Fixed(recorder.Logger.With("request", 5).With("x", 9), 1);
        Assert.Equal("""{"level":"info","request":5,"x":1,"message":""}""", Assert.Single(recorder.Records));
    }

    [Fact]
    public void Default_values_and_params_are_those_of_the_declaration()
    {
        Assert.Equal("\"x\":3,\"s\":\"d\",\"rest\":[],\"message\":\"\"", Recorder.Fields(l => Log.Defaults(l)));
        Assert.Equal("\"x\":1,\"s\":null,\"rest\":[4,5],\"message\":\"\"", Recorder.Fields(l => Log.Defaults(l, 1, null, 4, 5)));
    }

    [Fact]
    public void In_and_ref_readonly_parameters_are_read()
    {
        var guid = new Guid("01234567-89ab-cdef-0123-456789abcdef");
        long number = 5;
        Assert.Equal("\"guid\":\"01234567-89ab-cdef-0123-456789abcdef\",\"number\":5,\"message\":\"5\"", Recorder.Fields(l => Log.ByReference(l, in guid, in number)));
    }

    [Fact]
    public void Extension_methods_extend_the_logger() => Assert.Equal("\"x\":1,\"message\":\"\"", Recorder.Fields(l => l.Extended(1)));

    [Fact]
    public void Overloads_have_events_of_their_own()
    {
        using var recorder = new Recorder();
        Log.Overloaded(recorder.Logger, 1);
        Log.Overloaded(recorder.Logger, "s");
        Log.Overloaded(recorder.Logger, 1, 2);
        Log.Overloaded<DayOfWeek>(recorder.Logger, DayOfWeek.Friday);
        Assert.Equal(
            [
                """{"level":"info","x":1,"message":"int 1"}""",
                """{"level":"info","x":"s","message":"string s"}""",
                """{"level":"info","x":1,"y":2,"message":"two 1 2"}""",
                """{"level":"info","x":"Friday","message":"enum Friday"}""",
            ],
            recorder.Records);
    }

    [Fact]
    public void A_type_parameter_may_be_an_enum() => Assert.Equal("\"x\":\"ReadOnly, Hidden\",\"y\":9,\"message\":\"ReadOnly, Hidden 9\"", Recorder.Fields(l => Log.Enums(l, FileAttributes.ReadOnly | FileAttributes.Hidden, (DayOfWeek)9)));
}

internal static partial class Log
{
    [LogEvent("{level} {x}")]
    public static partial void Dynamic(ILogger logger, LogLevel level, int x);

    [LogEvent(LogLevel.Information)]
    public static partial void Fixed(ILogger logger, int x);

    [LogEvent(LogLevel.Information)]
    public static partial void Enumerates(ILogger logger, IEnumerable<int> x);

    [LogEvent(LogLevel.Information)]
    public static partial void Nullable(ILogger? logger, int x);

    [LogEvent(LogLevel.Debug, SkipEnabledCheck = true)]
    public static partial void Skipping(ILogger? logger, int x);

    [LogEvent(LogLevel.Information, SampleEvery = 10)]
    public static partial void Sampled(ILogger logger, int x);

    [LogEvent(LogLevel.Error, SampleEvery = 10)]
    public static partial void SampledError(ILogger logger, int x);

    [LogEvent(SampleEvery = 10)]
    public static partial void SampledDynamic(ILogger logger, LogLevel level, int x);

    [LogEvent(LogLevel.Information, EventId = 7, EventName = "custom \"name")]
    public static partial void Named(ILogger logger);

    [LogEvent(LogLevel.Information, EventId = 0)]
    public static partial void Zero(ILogger logger);

    [LogEvent(LogLevel.Error, "{x}")]
    public static partial void Failed(ILogger logger, Exception? exception, int x);

    [LogEvent(LogLevel.Error, "{oops}!")]
    public static partial void Derived(ILogger logger, int x, ArgumentException oops);

    [LogEvent(LogLevel.Information, "{x}")]
    public static partial void Called(ILogger logger, int x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "", int y = 2);

    [LogEvent(LogLevel.Information, "at {line}")]
    public static partial void CalledInMessage(ILogger logger, [CallerLineNumber] int line = 0);

    [LogEvent(LogLevel.Information)]
    public static partial void Defaults(ILogger logger, int x = 3, string? s = "d", params int[] rest);

    [LogEvent(LogLevel.Information, "{number}")]
    public static partial void ByReference(ILogger logger, in Guid guid, ref readonly long number);

    [LogEvent(LogLevel.Information)]
    public static partial void Extended(this ILogger logger, int x);

    [LogEvent(LogLevel.Information, "int {x}")]
    public static partial void Overloaded(ILogger logger, int x);

    [LogEvent(LogLevel.Information, "string {x}")]
    public static partial void Overloaded(ILogger logger, string x);

    [LogEvent(LogLevel.Information, "two {x} {y}")]
    public static partial void Overloaded(ILogger logger, int x, int y);

    [LogEvent(LogLevel.Information, "enum {x}")]
    public static partial void Overloaded<T>(ILogger logger, T x)
        where T : struct, Enum;

    [LogEvent(LogLevel.Information, "{x} {y}")]
    public static partial void Enums<TFlags, TPlain>(ILogger logger, TFlags x, TPlain y)
        where TFlags : struct, Enum
        where TPlain : struct, Enum;
}
