using System.Net;
using System.Numerics;

namespace Bolt.Allocation.Tests;

/// <summary>Arguments, made once: what they cost is not the log call's.</summary>
internal static class Values
{
    public static readonly string Short = "GET /orders/4711";
    public static readonly string Long = new('x', 20_000);
    public static readonly string TooLong = new('x', 100_000);
    public static readonly string Escaped = "\"quoted\"\tand\nbroken\\ \u0001";
    public static readonly string BeyondAscii = "Grüße, Ἀθήνα, 東京, 🚀";
    public static readonly byte[] Bytes = [0xDE, 0xAD, 0xBE, 0xEF, 1, 2, 3];
    public static readonly char[] Chars = [.. "span of characters"];
    public static readonly Guid Guid = new("6f9619ff-8b86-d011-b42d-00c04fc964ff");
    public static readonly DateTime Time = new(2026, 11, 23, 12, 30, 0, DateTimeKind.Utc);
    public static readonly DateTimeOffset TimeWithOffset = new(2026, 11, 23, 12, 30, 0, TimeSpan.FromHours(1));
    public static readonly BigInteger Big = BigInteger.Pow(7, 60);
    public static readonly Uri Uri = new("https://example.org/a?b=c");
    public static readonly Version Version = new(1, 2, 3, 4);
    public static readonly IPAddress Address = IPAddress.Parse("2001:db8::1");
    public static readonly int[] Ints = [1, 2, 3];
    public static readonly string[] Strings = ["one", "two"];
    public static readonly List<int> List = [1, 2, 3];
    public static readonly HashSet<string> Set = ["one", "two"];
    public static readonly Dictionary<string, int> Map = new() { ["one"] = 1, ["two"] = 2 };
    public static readonly Customer Customer = new("Ada", new Address("Main Street", 1), Colour.Green, [1.5, 2.5]);
    public static readonly Point Point = new(1, 2);
    public static readonly Money Money = new(12.5m);
    public static readonly Utf8Money Utf8Money = new(12.5m);
    public static readonly WithToString WithToString = new();
    public static readonly Exception Thrown = Throw();

    private static Exception Throw()
    {
        try
        {
            throw new InvalidOperationException("not now");
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}

internal enum Colour
{
    Red,
    Green,
}

[Flags]
internal enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
}

internal sealed record Address(string Street, int Number);

internal sealed record Customer(string Name, Address Address, Colour Colour, double[] Scores);

internal readonly record struct Point(int X, int Y);

internal readonly struct Money(decimal amount) : ISpanFormattable
{
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        amount.TryFormat(destination, out charsWritten, format, provider);

    public string ToString(string? format, IFormatProvider? formatProvider) => amount.ToString(format, formatProvider);
}

internal readonly struct Utf8Money(decimal amount) : IUtf8SpanFormattable
{
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        amount.TryFormat(utf8Destination, out bytesWritten, format, provider);
}

internal sealed class WithToString
{
    public override string ToString() => "made " + Environment.CurrentManagedThreadId;
}
