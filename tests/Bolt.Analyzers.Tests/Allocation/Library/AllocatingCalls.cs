using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bolt.Analyzers.Tests.Allocation.Library;

/// <summary>Calls that, says the table, allocate. The test reads this file to learn what each of them calls.</summary>
internal static class AllocatingCalls
{
    public static Action[] All =>
    [
        static () => Keep(s_int.ToString()),
        static () => Keep(s_long.ToString()),
        static () => Keep(s_uint.ToString()),
        static () => Keep(s_double.ToString(CultureInfo.InvariantCulture)),
        static () => Keep(s_float.ToString()),
        static () => Keep(s_decimal.ToString()),
        static () => Keep(s_byte.ToString("X4")),
        static () => Keep(s_char.ToString()),
        static () => Keep(s_guid.ToString()),
        static () => Keep(s_guid.ToString("N")),
        static () => Keep(s_guid.ToByteArray()),
        static () => Keep(s_time.ToString("o")),
        static () => Keep(s_time.ToShortDateString()),
        static () => Keep(s_span.ToString()),
        static () => Keep(s_offset.ToString("o")),
        static () => Keep(DateOnly.FromDateTime(s_time).ToString("o")),
        static () => Keep(TimeOnly.FromDateTime(s_time).ToString("o")),
        static () => Keep(new Version(1, 2).ToString()),
        static () => Keep(new Complex(1, 2).ToString()),
        static () => Keep(s_big.ToByteArray()),
        static () => Keep(s_big.ToString()),
        static () => Keep(s_object.ToString()),
        static () => Keep(s_formattable.ToString(null, null)),
        static () => Keep(s_exception.ToString()),
        static () => Keep(s_builder.ToString()),
        static () => Keep(s_builder.ToString(1, 2)),
        static () => Keep(s_span.ToString("c")),
        static () => Keep(s_text.AsSpan(1).ToString()),
        static () => Keep(s_text.AsMemory(1).ToString()),
        static () => Keep(s_text.AsSpan().ToArray()),
        static () => Keep(s_writer.ToString()),
        static () => Keep(Convert.ToString(s_object)),
        static () => Keep(Convert.ToString(s_object, CultureInfo.InvariantCulture)),
        static () => Keep(Convert.ToString(s_int)),
        static () => Keep(Convert.ToString(s_int, 2)),
        static () => Keep(Convert.ToBase64String(s_bytes)),
        static () => Keep(Convert.FromBase64String("AAAA")),
        static () => Keep(Convert.ToHexString(s_bytes)),
        static () => Keep(Convert.FromHexString("AAAA")),
        static () => Keep(Encoding.UTF8.GetBytes(s_text)),
        static () => Keep(Encoding.UTF8.GetBytes(s_chars)),
        static () => Keep(Encoding.UTF8.GetString(s_bytes)),
        static () => Keep(Encoding.UTF8.GetString(s_bytes, 0, 3)),
        static () => Keep(BitConverter.GetBytes(s_int)),
        static () => Keep(BitConverter.ToString(s_bytes)),
        static () => Keep(s_list.ToArray()),
        static () => Keep(s_list.GetRange(0, 2)),
        static () => Keep(s_list.FindAll(static each => each > 0)),
        static () => Keep(s_list.ConvertAll(static each => each)),
        static () => Keep(s_list.AsReadOnly()),
        static () => Keep(s_queue.ToArray()),
        static () => Keep(s_stack.ToArray()),
        static () => Keep(s_concurrent.ToArray()),
        static () => Keep(s_immutable.Add(3)),
        static () => Keep(s_immutable.ToBuilder()),
        static () => Keep(ImmutableArray.Create(s_numbers)),
        static () => Keep(ImmutableArray.CreateBuilder<int>()),
        static () => Keep(s_immutableList.Add(3)),
        static () => Keep(s_immutableDictionary.SetItem("b", s_int++)),
        static () => Keep(Array.ConvertAll(s_numbers, static each => each)),
        static () => Keep(Array.AsReadOnly(s_numbers)),
        static () => Keep(Array.FindAll(s_numbers, static each => each > 0)),
        static () => Keep(s_numbers.Clone()),
        static () => Keep(GC.AllocateUninitializedArray<byte>(4000)),
        static () => Keep(Path.Combine(s_text, s_text)),
        static () => Keep(Path.GetFileName(s_path)),
        static () => Keep(Path.GetExtension(s_path)),
        static () => Keep(Path.ChangeExtension(s_path, "x")),
        static () => Keep(Path.GetRandomFileName()),
        static () => Keep(Task.FromResult(s_text)),
        static () => Keep(Task.FromResult(s_list)),
        static () => Keep(Task.FromException(s_exception)),
        static () => Keep(Task.Run(static () => { })),
        static () => Keep(Task.Delay(1)),
        static () => Keep(Task.WhenAll(s_task, s_task)),
        static () => Keep(Task.WhenAny(s_task, s_task)),
        static () => Keep(s_task.ContinueWith(static _ => { })),
        static () => Keep(Tuple.Create(s_int, s_int)),
        static () => Keep(Activator.CreateInstance(typeof(object))),
        static () => Keep(Activator.CreateInstance(typeof(List<int>), [4])),
        static () => Keep(new StringReader(s_text).ReadToEnd()),
        static () => Keep(new StringReader(s_lines).ReadLine()),
        static () => Keep(Uri.EscapeDataString("a b")),
        static () => Keep(WebUtility.HtmlEncode("<a>")),
        static () => Keep(IPAddress.Parse("10.0.0.1")),
        static () => Keep(s_ip.GetAddressBytes()),
        static () => Keep(Regex.Escape("a.b")),
        static () => Keep(SHA256.HashData(s_bytes)),
        static () => Keep(JsonSerializer.Serialize(s_text)),
        static () => Keep(Enum.GetNames<DayOfWeek>()),
        static () => Keep(Enum.GetValues<DayOfWeek>()),
        static () => Keep(typeof(string).GetMethods()),
        static () => Keep(s_member.GetCustomAttributes(false)),
        static () => Keep(s_member.GetCustomAttributes(typeof(FlagsAttribute), false)),
        static () => Keep(ExceptionDispatchInfo.Capture(s_exception)),
    ];

    private static readonly byte[] s_bytes = new byte[16];
    private static readonly char[] s_chars = new char[16];
    private static readonly int[] s_numbers = [5, 3, 4, 1];
    private static readonly string s_text = "text";
    private static readonly string s_lines = "one\ntwo";
    private static readonly string s_path = "directory/file.txt";
    private static readonly long s_long = 123456;
    private static readonly uint s_uint = 123456;
    private static readonly byte s_byte = 200;
    private static readonly char s_char = 'c';
    private static readonly float s_float = 0.5f;
    private static readonly double s_double = 0.5;
    private static readonly decimal s_decimal = 12.5m;
    private static readonly Guid s_guid = Guid.NewGuid();
    private static readonly DateTime s_time = new(2026, 11, 24, 1, 2, 3, DateTimeKind.Utc);
    private static readonly DateTimeOffset s_offset = new(s_time);
    private static readonly TimeSpan s_span = TimeSpan.FromMinutes(90);
    private static readonly BigInteger s_big = BigInteger.Pow(7, 70);
    private static readonly StringBuilder s_builder = new("text");
    private static readonly StringWriter s_writer = new(s_builder, CultureInfo.InvariantCulture);
    private static readonly object s_object = 123456;
    private static readonly IFormattable s_formattable = 123456;
    private static readonly Exception s_exception = new InvalidOperationException("none");
    private static readonly List<int> s_list = [1, 2, 3];
    private static readonly Queue<int> s_queue = new([1, 2]);
    private static readonly Stack<int> s_stack = new([1, 2]);
    private static readonly ConcurrentDictionary<string, int> s_concurrent = new() { ["a"] = 1 };
    private static readonly ImmutableArray<int> s_immutable = [1, 2];
    private static readonly ImmutableList<int> s_immutableList = [1, 2];
    private static readonly ImmutableDictionary<string, int> s_immutableDictionary = ImmutableDictionary<string, int>.Empty;
    private static readonly IPAddress s_ip = IPAddress.Loopback;
    private static readonly System.Reflection.MemberInfo s_member = typeof(AttributeTargets);
    private static readonly Task<int> s_task = Task.FromResult(3);
    private static int s_int = 123456;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep<T>(T value)
        where T : allows ref struct
    {
    }
}
