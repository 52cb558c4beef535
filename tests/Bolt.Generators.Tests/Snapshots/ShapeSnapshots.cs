using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Generators.Tests.Snapshots;

public sealed class ShapeSnapshots
{
    [Fact]
    public void A_static_method_with_two_fields() => Check("""
        namespace Shop;

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {Id} logged in from {Ip}", EventId = 7)]
            public static partial void UserLoggedIn(ILogger logger, int id, string? ip);
        }
        """);

    [Fact]
    public void Every_scalar() => Check("""
        namespace Shop;

        internal enum Color { Red, Green, Blue = 7 }

        [Flags]
        internal enum Access : long { None = 0, Read = 1, Write = 2, All = 3, Sign = long.MinValue }

        internal static partial class Log
        {
            [LogEvent(LogLevel.Debug, "{b} {color} {access,-12} {s} {d:N2}")]
            internal static partial void Scalars(ILogger logger, bool b, sbyte i8, byte u8, short i16, ushort u16, int i32, uint u32, long i64, ulong u64,
                nint ni, nuint nu, Int128 i128, UInt128 u128, Half h, float f, double d, decimal m, BigInteger big, char c, string s, Guid g,
                DateTime dt, DateTimeOffset dto, DateOnly day, TimeOnly at, TimeSpan span, Uri? uri, Version version, IPAddress ip, Type type, Color color, Access access);

            [LogEvent(LogLevel.Debug, "{b} {color} {i32,5} {d:N2} {s}")]
            internal static partial void Nullables(ILogger logger, bool? b, int? i32, double? d, Guid? g, Color? color, BigInteger? big, string? s, DateTime? dt);
        }
        """);

    [Fact]
    public void Spans_and_memory() => Check("""
        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "{text} {utf8} {padded,10}")]
            internal static partial void Spans(ILogger logger, ReadOnlySpan<char> text, scoped Span<char> rest, scoped ReadOnlySpan<byte> utf8, ReadOnlyMemory<char> memory,
                Memory<byte> bytes, ReadOnlySpan<char> padded, ReadOnlySpan<int> numbers);
        }
        """);

    [Fact]
    public void Collections() => Check("""
        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "{array} {hex:x}")]
            internal static partial void Collections(ILogger logger, int[] array, string?[]? strings, List<double> list, IReadOnlyList<int> readOnly, IList<Guid> mutable,
                HashSet<int> set, IReadOnlySet<string> sets, Dictionary<string, int> dictionary, IReadOnlyDictionary<int, string?> byNumber, IEnumerable<string> sequence,
                List<int[]> nested, ImmutableArray<int> immutable, byte[] base64, byte[]? hex, SortedDictionary<DayOfWeek, List<int>> days);
        }
        """);

    [Fact]
    public void Objects() => Check("""
        namespace Shop;

        public record Address(string Street, [LogName("zip")] int Code, [Sensitive] string Door);

        public class Person
        {
            public string Name { get; set; } = "";
            public Address? Home { get; set; }
            public Person? Parent { get; set; }
            [LogIgnore] public string? Ignored { get; set; }
            [Sensitive(Redaction.Last4)] public string? Card { get; set; }
            [Sensitive(Redaction.Omit)] public string? Omitted { get; set; }
            public int Field;
            public DayOfWeek? Day { get; init; }
            private int Hidden { get; set; }
        }

        public sealed class Customer : Person
        {
            public List<Address> Addresses { get; } = [];
        }

        public static partial class Log
        {
            [LogEvent(LogLevel.Information, "{customer}")]
            public static partial void Nested(ILogger logger, [LogFields] Customer customer, [LogFields] List<Address> all);

            [LogEvent(LogLevel.Information, "from {address}")]
            public static partial void Flat(ILogger logger, [LogFields(Flatten = true)] Address? address, int after);
        }
        """);

    [Fact]
    public void Redaction() => Check("""
        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "{password} {card} {token} {hash} {after}")]
            internal static partial void Redacted(ILogger logger, [Sensitive] string password, [Sensitive(Redaction.Last4)] string card,
                [Sensitive(Redaction.Omit)] string token, [Sensitive(Redaction.Hash)] int hash, int after);
        }
        """);

    [Fact]
    public void Data_classifications() => Check("""
        using Microsoft.Extensions.Compliance.Classification;

        namespace Shop;

        public enum Kind { Low = -1, High = 1 }

        public class PrivateAttribute : DataClassificationAttribute
        {
            public PrivateAttribute() : base(new("Shop", "Private")) { }

            public PrivateAttribute(Kind kind, string? name, params object?[] others) : base(new("Shop", name ?? "")) { }

            public Type? Type { get; set; }
        }

        public sealed class VeryPrivateAttribute : PrivateAttribute;

        public record Person([Private] string Name, [property: VeryPrivate, Private] int Age, [NoDataClassification] string City, Person? Boss)
        {
            [LogName("mail"), UnknownDataClassification] public string? Mail;
            [Sensitive(Redaction.Last4), NoDataClassification] public string? Card { get; set; }
            [Private] public virtual decimal Salary { get; set; }
        }

        public record Manager(Person Person) : Person(Person)
        {
            public override decimal Salary { get; set; }
        }

        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "{name} {age:N2} {missing,10} {city} {span} {person}")]
            internal static partial void Classified(ILogger logger, [Private] string? name, [VeryPrivate] int age, [Private] Kind? missing,
                [NoDataClassification] string city, [Private] ReadOnlySpan<char> span, [Private] string[] list, [Private, LogFields(Flatten = true)] Person person);

            [LogEvent(LogLevel.Information)]
            internal static partial void Nested(ILogger logger, [LogFields] List<Person> people, [LogFields(Flatten = true)] Manager? manager);

            [LogEvent(LogLevel.Information)]
            internal static partial void Arguments(ILogger logger,
                [Private(Kind.Low, "a\"\n\u2028", 1, 2L, 'c', 1.5f, double.NaN, null, Kind.High, new[] { typeof(int[]), typeof(List<>) }, Type = typeof(Dictionary<string, Kind>))] string all,
                [Private(Kind.High, null)] string none);

            [LogEvent(LogLevel.Information)]
            internal static partial void OfOthers(ILogger logger, [Secret] string mine, [LogFields] Other other, [Local] string local);

            private sealed class SecretAttribute() : DataClassificationAttribute(new("Shop", "Secret"));
        }

        public class Other
        {
            [Hidden] public string? Field { get; set; }

            private sealed class HiddenAttribute() : DataClassificationAttribute(new("Shop", "Hidden"));
        }

        file sealed class LocalAttribute() : DataClassificationAttribute(new("Shop", "Local"));
        """);

    [Fact]
    public void Exceptions_levels_and_call_sites() => Check("""
        internal static partial class Log
        {
            [LogEvent("{op} failed: {e}")]
            internal static partial void Failed(ILogger? logger, LogLevel level, InvalidOperationException? e, string op);

            [LogEvent(LogLevel.Error, EventName = "here", SampleEvery = 10)]
            internal static partial void Here(this ILogger logger, Exception exception, int x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "");

            [LogEvent(LogLevel.Warning, "{x}", SkipEnabledCheck = true, SampleEvery = 5)]
            internal static partial void Skipped(ILogger logger, int x);
        }
        """);

    [Fact]
    public void Containers_and_generics() => Check("""
        namespace Shop;

        public partial interface IOuter<T> where T : class
        {
            public partial record struct Inner<U>(ILogger<int> Logger) where U : struct
            {
                [LogEvent(LogLevel.Information, "{value} {other}")]
                internal readonly partial void Write<V>(in T? value, ref readonly U other, V formattable, List<V> list) where V : struct, ISpanFormattable;

                [LogEvent(LogLevel.Information)]
                internal static partial void Static<E, R>(ILogger logger, E e, R span) where E : struct, Enum where R : IUtf8SpanFormattable, allows ref struct;
            }
        }

        public partial class Service(ILogger<Service> logger)
        {
            private enum State { On, Off }

            [LogEvent(LogLevel.Information, "{state} {@class} {größe}")]
            private partial void Changed(State state, int @class, double größe, params string[] rest);

            [LogEvent(LogLevel.Information, "{state}")]
            private partial void Changed(State state);
        }
        """);

    [Fact]
    public void Mistakes_become_stubs() => Check("""
        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "{unknown}")]
            internal static partial void Hole(ILogger logger, int x);

            [LogEvent(LogLevel.Information, "{")]
            internal static partial int Template(ILogger logger, out int x);
        }
        """);

    [Fact]
    public void Difficult_text() => Check("""
        internal static partial class Log
        {
            [LogEvent(LogLevel.Information, "a\"b\\c\n\u0001\ud800\u2028 😀 {{x}} }}{{ <tag> & é {__p} {p}", EventName = "näme\"")]
            internal static partial void Text(ILogger e, int __p, int p, [LogName("k\"ey")] int w0);
        }
        """);

    private static void Check(string source, [System.Runtime.CompilerServices.CallerMemberName] string test = "", [System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Snapshot.Verify(Driver.RunCleanly(LanguageVersion.CSharp13, source), file, test);
}
