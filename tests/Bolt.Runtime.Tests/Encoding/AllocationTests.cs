using System.Diagnostics;
using System.Net;
using System.Numerics;
using System.Reflection;

namespace Bolt.Runtime.Tests;

/// <summary>Nothing that writes a value allocates on the managed heap once it has run before.</summary>
public sealed class AllocationTests
{
    private delegate void Action(ref byte p);

    [Flags]
    public enum Permissions : byte
    {
        Read = 1,
        Write = 2,
        Delete = 4,
    }

    private readonly struct Utf8Text(int value) : IUtf8SpanFormattable
    {
        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
            value.TryFormat(utf8Destination, out bytesWritten, format, provider);
    }

    private readonly struct CharText(int value) : ISpanFormattable
    {
        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
            value.TryFormat(destination, out charsWritten, format, provider);

        public string ToString(string? format, IFormatProvider? formatProvider) => value.ToString(format, formatProvider);
    }

    private readonly ref struct RefText(ReadOnlySpan<char> text) : ISpanFormattable
    {
        private readonly ReadOnlySpan<char> _text = text;

        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            charsWritten = _text.Length;
            return _text.TryCopyTo(destination);
        }

        public string ToString(string? format, IFormatProvider? formatProvider) => _text.ToString();
    }

    private static readonly string s_long = new('x', 5000);
    private static readonly byte[] s_bytes = new byte[100];
    private static readonly IPAddress s_ipv4 = IPAddress.Parse("10.1.2.3");
    private static readonly IPAddress s_ipv6 = IPAddress.Parse("2001:db8::1");
    private static readonly IPAddress s_mapped = IPAddress.Parse("::ffff:10.1.2.3");
    private static readonly Version s_version = new(1, 2, 3, 4);
    private static readonly Uri s_uri = new("https://example.org/a?b=c");
    private static readonly BigInteger s_big = BigInteger.Pow(7, 20);
    private static readonly DateTime s_local = DateTime.Now;
    private static readonly decimal s_wide = decimal.MaxValue;
    private static readonly byte[] s_key = new byte[32];

    [Fact]
    public void No_encoder_method_allocates()
    {
        None("bool", (ref byte p) => Utf8Json.Value(ref p, true));
        None("int", (ref byte p) => Utf8Json.Value(ref p, int.MinValue));
        None("uint", (ref byte p) => Utf8Json.Value(ref p, uint.MaxValue));
        None("long", (ref byte p) => Utf8Json.Value(ref p, long.MinValue));
        None("ulong", (ref byte p) => Utf8Json.Value(ref p, ulong.MaxValue));
        None("Int128", (ref byte p) => Utf8Json.Value(ref p, Int128.MinValue));
        None("UInt128", (ref byte p) => Utf8Json.Value(ref p, UInt128.MaxValue));
        None("Half", (ref byte p) => Utf8Json.Value(ref p, (Half)0.1));
        None("float", (ref byte p) => Utf8Json.Value(ref p, 0.1f));
        None("float, 9 digits", (ref byte p) => Utf8Json.Value(ref p, 1.2345678e-9f));
        None("double", (ref byte p) => Utf8Json.Value(ref p, 1234.5678));
        None("double, 17 digits", (ref byte p) => Utf8Json.Value(ref p, Math.PI));
        None("double, power of two", (ref byte p) => Utf8Json.Value(ref p, Math.ScaleB(1, -25)));
        None("double NaN", (ref byte p) => Utf8Json.Value(ref p, double.NaN));
        None("decimal", (ref byte p) => Utf8Json.Value(ref p, 1.10m));
        None("decimal, wide", (ref byte p) => Utf8Json.Value(ref p, s_wide));
        None("char", (ref byte p) => Utf8Json.Value(ref p, 'é'));
        None("Guid", (ref byte p) => Utf8Json.Value(ref p, Guid.Empty));
        None("DateTime", (ref byte p) => Utf8Json.Value(ref p, DateTime.MaxValue));
        None("DateTime, local", (ref byte p) => Utf8Json.Value(ref p, s_local));
        None("DateTimeOffset", (ref byte p) => Utf8Json.Value(ref p, DateTimeOffset.MaxValue));
        None("DateOnly", (ref byte p) => Utf8Json.Value(ref p, DateOnly.MaxValue));
        None("TimeOnly", (ref byte p) => Utf8Json.Value(ref p, TimeOnly.MaxValue));
        None("TimeSpan", (ref byte p) => Utf8Json.Value(ref p, TimeSpan.MaxValue));
        None("IPv4", (ref byte p) => Utf8Json.Value(ref p, s_ipv4));
        None("IPv6", (ref byte p) => Utf8Json.Value(ref p, s_ipv6));
        None("IPv4 mapped", (ref byte p) => Utf8Json.Value(ref p, s_mapped));
        None("Version", (ref byte p) => Utf8Json.Value(ref p, s_version));
        None("string", (ref byte p) => Utf8Json.Value(ref p, "a\"б日😀\uD800"));
        None("long string", (ref byte p) => Utf8Json.Value(ref p, s_long));
        None("span", (ref byte p) => Utf8Json.Value(ref p, s_long.AsSpan(1)));
        None("width", (ref byte p) => Utf8Json.Width(s_long, out _));
        None("UTF-8", (ref byte p) => Utf8Json.Utf8(ref p, "a\"б日😀"u8));
        None("hexadecimal", (ref byte p) => Utf8Json.Hex(ref p, s_bytes));
        None("Base64", (ref byte p) => Utf8Json.Base64(ref p, s_bytes));
    }

    [Fact]
    public void No_buffer_method_allocates()
    {
        using var owner = new Owner();
        ValueBuffer buffer = owner.Buffer;
        buffer.Settings = new RedactionSettings { Key = s_key };
        None("null", b => b.Null());
        None("bool", b => b.Value(true));
        None("int", b => b.Value(-1));
        None("uint", b => b.Value(1u));
        None("long", b => b.Value(-1L));
        None("ulong", b => b.Value(1ul));
        None("Int128", b => b.Value(Int128.MinValue));
        None("UInt128", b => b.Value(UInt128.MaxValue));
        None("Half", b => b.Value((Half)0.1));
        None("float", b => b.Value(0.1f));
        None("double", b => b.Value(Math.E));
        None("decimal", b => b.Value(1.10m));
        None("BigInteger", b => b.Value(s_big));
        None("char", b => b.Value('x'));
        None("string", b => b.Value("text"));
        None("long string", b => b.Value(s_long));
        None("span", b => b.Value("text".AsSpan()));
        None("Guid", b => b.Value(Guid.Empty));
        None("DateTime", b => b.Value(DateTime.MaxValue));
        None("DateTimeOffset", b => b.Value(DateTimeOffset.MaxValue));
        None("DateOnly", b => b.Value(DateOnly.MaxValue));
        None("TimeOnly", b => b.Value(TimeOnly.MaxValue));
        None("TimeSpan", b => b.Value(TimeSpan.MaxValue));
        None("IPAddress", b => b.Value(s_ipv6));
        None("Version", b => b.Value(s_version));
        None("Uri", b => b.Value(s_uri));
        None("Type", b => b.Value(typeof(string)));
        None("UTF-8", b => b.Utf8("text"u8));
        None("Base64", b => b.Base64(s_bytes));
        None("hexadecimal", b => b.Hex(s_bytes));
        None("enum", b => b.Enum(DayOfWeek.Monday));
        None("enum, undefined", b => b.Enum((DayOfWeek)77));
        None("enum, flags", b => b.Enum(Permissions.Read | Permissions.Delete));
        None("IUtf8SpanFormattable", b => b.Utf8Formattable(new Utf8Text(1)));
        None("ISpanFormattable", b => b.SpanFormattable(new CharText(1)));
        None("ref struct", b => b.SpanFormattable(new RefText("abc")));
        None("ToString", b => b.ToStringOf("text"));
        None("array", b =>
        {
            b.StartArray();
            for (int i = 0; i < 3 && b.NextElement(); i++)
            {
                b.Value(i);
            }

            b.EndArray();
        });
        None("object", b =>
        {
            b.StartObject();
            b.Name("\"a\":"u8);
            b.Value(1);
            if (b.Name("key"))
            {
                b.Value(2);
            }

            b.EndObject();
        });
        None("ints as object", b => b.Object(s_ints));
        None("format int", b => b.Format(1234, "N2", 12));
        None("format double", b => b.Format(1234.5, "F3", -12));
        None("format enum", b => b.Format(DayOfWeek.Monday, "D", 5));
        None("format enum, no format", b => b.Format(DayOfWeek.Monday, null, 12));
        None("format time", b => b.Format(DateTime.MaxValue, "yyyy", 0));
        if (IsOptimized)
        {
            None("format user type, UTF-8", b => b.Format(new Utf8Text(5), "X4", 8));
            None("format user type, UTF-16", b => b.Format(new CharText(5), "X4", 8));
            None("format user type, no format", b => b.Format(new CharText(5), null, 8));
        }

        None("format string", b => b.Format("text", null, 8));
        None("format span", b => b.Format("text".AsSpan(), 8));
        None("format null", b => b.Format((string?)null, "x", 8));
        foreach (Redaction redaction in Enum.GetValues<Redaction>())
        {
            None($"redact {redaction}", b =>
            {
                int start = b.Position;
                b.Value("a secret \"text\"");
                b.Redact(start, redaction);
            });
        }

        buffer.Settings = RedactionSettings.None;
        None("redact with the process key", b =>
        {
            int start = b.Position;
            b.Value("a secret text");
            b.Redact(start, Redaction.Hash);
        });

        void None(string name, Action<ValueBuffer> write)
        {
            for (int i = 0; i < 3; i++)
            {
                buffer.Reset();
                write(buffer);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 10; i++)
            {
                buffer.Reset();
                write(buffer);
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated == 0, $"{name}: {allocated / 10} B per call");
        }
    }

    // Only optimised code calls an interface on a struct of unconstrained type without boxing it.
    private static bool IsOptimized =>
        typeof(ValueBuffer).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    private static readonly int[] s_ints = [1, 2, 3];

    private static void None(string name, Action write)
    {
        Span<byte> room = stackalloc byte[8192];
        for (int i = 0; i < 3; i++)
        {
            write(ref room[0]);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            write(ref room[0]);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated == 0, $"{name}: {allocated / 10} B per call");
    }

    private sealed class Owner : IDisposable
    {
        public ValueBuffer Buffer { get; } = new();

        public void Dispose() => Buffer.Free();
    }
}
