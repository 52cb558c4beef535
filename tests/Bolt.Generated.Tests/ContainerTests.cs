namespace Bolt.Generated.Tests;

public sealed partial class ContainerTests
{
    private const string Expected = "\"x\":1,\"message\":\"1\"";

    [Fact]
    public void An_instance_method_logs_to_a_field() => Assert.Equal(Expected, Recorder.Fields(l => new WithField(l).Write(1)));

    [Fact]
    public void An_instance_method_logs_to_a_property() => Assert.Equal(Expected, Recorder.Fields(l => new WithProperty { Logger = l }.Write(1)));

    [Fact]
    public void A_null_property_writes_nothing() => new WithProperty().Write(1);

    [Fact]
    public void An_instance_method_logs_to_a_primary_constructor_parameter() => Assert.Equal(Expected, Recorder.Fields(l => new WithPrimary(l).Write(1)));

    [Fact]
    public void An_instance_method_logs_to_a_field_of_the_base_class() => Assert.Equal(Expected, Recorder.Fields(l => new Derived(l).Write2(1)));

    [Fact]
    public void A_static_method_logs_to_a_static_field()
    {
        string fields = Recorder.Fields(l =>
        {
            WithStatic<int>.s_logger = l;
            WithStatic<int>.Write(1);
            WithStatic<string>.Write(2);
        });
        Assert.Equal(Expected, fields);
    }

    [Fact]
    public void A_parameter_wins_over_a_field() => Assert.Equal(Expected, Recorder.Fields(l => new WithField(null!).WriteTo(l, 1)));

    [Fact]
    public void A_struct_a_record_and_an_interface_log()
    {
        Assert.Equal(Expected, Recorder.Fields(l => new Struct(l).Write(1)));
        Assert.Equal(Expected, Recorder.Fields(l => new Record(l).Write(1)));
        Assert.Equal(Expected, Recorder.Fields(l => new RecordStruct(l).Write(1)));
        Assert.Equal(Expected, Recorder.Fields(l => new RefStruct(l).Write(1)));
        Assert.Equal(Expected, Recorder.Fields(l => ((IInterface)new Implementation(l)).Write(1)));
        Assert.Equal(Expected, Recorder.Fields(l => IInterface.WriteStatic(l, 1)));
    }

    [Fact]
    public void Nested_and_generic_types_log() => Assert.Equal(
        "\"t\":\"a\",\"u\":5,\"v\":2,\"state\":\"On\",\"message\":\"a 5 2 On\"",
        Recorder.Fields(l => Outer<string>.Inner<DayOfWeek>.Write(l, "a", 5, 2)));

    [Fact]
    public void A_virtual_method_may_be_generated_and_overridden()
    {
        Assert.Equal("\"x\":1,\"message\":\"base\"", Recorder.Fields(l => new VirtualBase().Write(l, 1)));
        Assert.Equal("\"x\":1,\"message\":\"derived\"", Recorder.Fields(l => new VirtualDerived().Write(l, 1)));
    }

    [Fact]
    public void Parts_in_several_declarations_share_one_file() => Assert.Equal(
        "\"x\":1,\"message\":\"second\"",
        Recorder.Fields(l => Parts.Second(l, 1)));

    [Fact]
    public void A_logger_may_have_a_category_type() => Assert.Equal(Expected, Recorder.Fields(l => Typed.Write(new TypedLogger(l), 1)));

    private sealed partial class WithField(ILogger logger)
    {
        private readonly ILogger _logger = logger;

        [LogEvent(LogLevel.Information, "{x}")]
        public partial void Write(int x);

        [LogEvent(LogLevel.Information, "{x}")]
        public partial void WriteTo(ILogger other, int x);
    }

    private sealed partial class WithProperty
    {
        public ILogger? Logger { get; init; }

        [LogEvent(LogLevel.Information, "{x}")]
        public partial void Write(int x);
    }

    private sealed partial class WithPrimary(ILogger logger)
    {
        [LogEvent(LogLevel.Information, "{x}")]
        public partial void Write(int x);
    }

    private partial class Base(ILogger logger)
    {
        protected ILogger BaseLogger { get; } = logger;
    }

    private sealed partial class Derived : Base
    {
        public Derived(ILogger logger)
            : base(logger)
        {
        }

        [LogEvent(LogLevel.Information, "{x}")]
        public partial void Write2(int x);
    }

    private static partial class WithStatic<T>
    {
#pragma warning disable SA1401, CA2211 // The test sets it.
        public static ILogger? s_logger;
#pragma warning restore SA1401, CA2211

        [LogEvent(LogLevel.Information, "{x}")]
        public static partial void Write(int x);
    }

    private readonly partial struct Struct(ILogger logger)
    {
        private readonly ILogger _logger = logger;

        [LogEvent(LogLevel.Information, "{x}")]
        public partial void Write(int x);
    }

    private sealed partial record Record(ILogger Logger)
    {
        [LogEvent(LogLevel.Information, "{x}")]
        public partial void Write(int x);
    }

    private partial record struct RecordStruct(ILogger Logger)
    {
        [LogEvent(LogLevel.Information, "{x}")]
        public readonly partial void Write(int x);
    }

    private readonly ref partial struct RefStruct(ILogger logger)
    {
        private readonly ILogger _logger = logger;

        [LogEvent(LogLevel.Information, "{x}")]
        public partial void Write(int x);
    }

    private partial interface IInterface
    {
        ILogger Logger { get; }

        [LogEvent(LogLevel.Information, "{x}")]
        public partial void Write(int x);

        [LogEvent(LogLevel.Information, "{x}")]
        internal static partial void WriteStatic(ILogger logger, int x);
    }

    private sealed class Implementation(ILogger logger) : IInterface
    {
        public ILogger Logger { get; } = logger;
    }

    private static partial class Outer<T>
        where T : class
    {
        internal static partial class Inner<TEnum>
            where TEnum : struct, Enum
        {
            private enum State
            {
                Off,
                On,
            }

            public static void Write<TValue>(ILogger logger, T t, int u, TValue v)
                where TValue : struct, ISpanFormattable => WriteIt(logger, t, u, v, State.On);

            [LogEvent(LogLevel.Information, "{t} {u} {v} {state}")]
            private static partial void WriteIt<TValue>(ILogger logger, T t, int u, TValue v, State state)
                where TValue : struct, ISpanFormattable;
        }
    }

    private partial class VirtualBase
    {
        [LogEvent(LogLevel.Information, "base")]
        public virtual partial void Write(ILogger logger, int x);
    }

    private sealed partial class VirtualDerived : VirtualBase
    {
        [LogEvent(LogLevel.Information, "derived")]
        public override partial void Write(ILogger logger, int x);
    }

    private static partial class Parts
    {
        [LogEvent(LogLevel.Information, "first")]
        public static partial void First(ILogger logger, int x);
    }

    private static partial class Parts
    {
        [LogEvent(LogLevel.Information, "second")]
        public static partial void Second(ILogger logger, int x);
    }

    private static partial class Typed
    {
        [LogEvent(LogLevel.Information, "{x}")]
        public static partial void Write(ILogger<string> logger, int x);
    }

    private sealed class TypedLogger(ILogger inner) : ILogger<string>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            inner.Log(logLevel, eventId, state, exception, formatter);
    }
}
