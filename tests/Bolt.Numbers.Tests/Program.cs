// Every double and decimal that Bolt writes by a way of its own is compared with what .NET writes, a hundred million of them: a number
// is never nearly right.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Bolt.Numbers.Tests;
using Bolt.Runtime;

const long DefaultCount = 100_000_000;

if (args is not [] && !(args is ["--count", var given] && long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    Console.Error.WriteLine("Usage: Bolt.Numbers.Tests [--count N]: N doubles and a quarter of N decimals; default 100000000.");
    return 2;
}

long count = args is [_, var number] ? long.Parse(number, CultureInfo.InvariantCulture) : DefaultCount;
int threads = Environment.ProcessorCount;
var time = Stopwatch.StartNew();
var problems = new List<string>();
long doubles = Check(count, Doubles);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{doubles:N0} doubles: {(problems.Count == 0 ? "as .NET writes them" : "FAILED")}"));
int failed = problems.Count > 0 ? 1 : 0;
long decimals = Check(count / 4, Decimals);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{decimals:N0} decimals: {(problems.Count == 0 ? "as .NET writes them" : "FAILED")}; {time.Elapsed.TotalSeconds:0} s"));
failed += failed == 0 && problems.Count > 0 ? 1 : 0;
foreach (string problem in problems.Take(20))
    Console.WriteLine($"FAILED {problem}");

Console.WriteLine($"{2 - failed} passed, {failed} failed");
return failed == 0 ? 0 : 1;

long Check(long total, Action<ulong, long, Action<string>> check)
{
    Parallel.For(0, threads, thread => check((ulong)thread * 0x1234_5678_9ABC_DEF1, total / threads, problem =>
    {
        lock (problems)
            problems.Add(problem);
    }));
    return total / threads * threads;
}

static void Doubles(ulong seed, long total, Action<string> report)
{
    var values = new DoubleValues(seed);
    Span<byte> ours = stackalloc byte[128];
    Span<byte> theirs = stackalloc byte[128];
    for (long i = 0; i < total; i++)
    {
        double value = values.Next();
        if (!double.IsFinite(value))
            continue;

        int length = Length(ref ours[0], ref Utf8Json.Value(ref ours[0], value));
        value.TryFormat(theirs, out int expected, default, CultureInfo.InvariantCulture);
        if (!NumberText.Parse(ours[..length]).Equals(NumberText.Parse(theirs[..expected])) && !IsRepaired(value, ours[..length], theirs[..expected]))
            report($"{BitConverter.DoubleToUInt64Bits(value):X16}: {Encoding.UTF8.GetString(ours[..length])}, .NET: {Encoding.UTF8.GetString(theirs[..expected])}");
    }
}

// Two powers of two .NET writes one digit too short to be read back; there ours must be right and .NET's wrong.
static bool IsRepaired(double value, ReadOnlySpan<byte> ours, ReadOnlySpan<byte> theirs) =>
    double.Parse(theirs, NumberStyles.Float, CultureInfo.InvariantCulture) != value && double.Parse(ours, NumberStyles.Float, CultureInfo.InvariantCulture) == value;

static void Decimals(ulong seed, long total, Action<string> report)
{
    var random = new Random((int)seed);
    Span<byte> ours = stackalloc byte[128];
    Span<byte> theirs = stackalloc byte[128];
    for (long i = 0; i < total; i++)
    {
        // Few digits as well as many, and every scale.
        int shift = random.Next(32);
        int high = (i & 3) == 0 ? random.Next(int.MinValue, int.MaxValue) >> shift : 0;
        int middle = (i & 1) == 0 ? random.Next(int.MinValue, int.MaxValue) >> shift : 0;
        var value = new decimal(random.Next(int.MinValue, int.MaxValue) >> random.Next(32), middle, high, random.Next(2) == 0, (byte)random.Next(29));
        int length = Length(ref ours[0], ref Utf8Json.Value(ref ours[0], value));
        value.TryFormat(theirs, out int expected, default, CultureInfo.InvariantCulture);
        if (!ours[..length].SequenceEqual(theirs[..expected]))
            report($"decimal {Encoding.UTF8.GetString(theirs[..expected])} is written {Encoding.UTF8.GetString(ours[..length])}");
    }
}

static int Length(ref byte start, ref byte end) => (int)Unsafe.ByteOffset(ref start, ref end);
